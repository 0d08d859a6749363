import type { JsonObject } from '@/lib/core/json';
import type { ReasoningStyle } from './reasoning-mode';
import type { Segment } from '@/lib/simulator/sampler/segment';

export interface ToolCall {
  id: string;
  name: string;
  /** JSON text. */
  arguments: string;
}

/** What an answer consists of, in order. Words are still to be drawn. */
export type Part =
  | { kind: 'reasoning'; segments: Segment[]; tokens: number; hidden: boolean; style: ReasoningStyle }
  | { kind: 'text'; segments: Segment[] }
  | { kind: 'tools'; calls: ToolCall[]; whole?: boolean }
  | { kind: 'image'; url: string; tokens: number }
  | { kind: 'audio'; id: string; data: string[]; transcript: string; tokens: number }
  | { kind: 'annotations'; list: JsonObject[] }
  | { kind: 'refusal'; text: string };

export type FinishReason = 'stop' | 'length' | 'tool_calls' | 'content_filter' | 'error';

export interface Plan {
  parts: Part[];
  finish: FinishReason;
}

import { exact, prose } from '@/lib/simulator/sampler/segment';
import { Scribe } from '@/lib/simulator/sampler/scribe';
import { opaqueId } from '@/lib/simulator/replies/opaque-id';
import type { Plan } from '@/lib/simulator/replies/plan';
import { reasoningPart } from '@/lib/simulator/replies/plan-of';
import type { Turn } from '@/lib/simulator/stream/turn';
import type { SentinelId } from '@/lib/simulator/sentinels';
import { fillerText } from './filler';
import { HOSTILE, SHOWCASE } from './markdown';

const text = (content: string): Plan => ({ parts: [{ kind: 'text', segments: [exact(content)] }], finish: 'stop' });

/** Tokens that the request asks for, or the sentinel's own number. Not more than a test could want. */
export const tokensAsked = ({ request }: Turn, otherwise: number): number => {
  const asked = request.body.max_completion_tokens ?? request.body.max_tokens;
  return typeof asked === 'number' ? asked : otherwise;
};

/** An exact pace: one token in each chunk. */
function pace(turn: Turn, tokensPerSecond: number): void {
  turn.speed = { tokensPerSecond, firstToken: 200 };
  turn.perChunk = 1;
}

function paced(turn: Turn, tokensPerSecond: number): void {
  pace(turn, tokensPerSecond);
  turn.plan = { ...text(fillerText(tokensAsked(turn, tokensPerSecond * 5))), finish: 'length' };
}

function think(turn: Turn, tokens: number): void {
  const style = { details: 'text', format: 'unknown', signed: false } as const;
  const hidden = turn.request.reasoning?.exclude === true;
  turn.plan.parts = [
    reasoningPart({ tokens, hidden, style }),
    ...turn.plan.parts.filter(({ kind }) => kind !== 'reasoning'),
  ];
}

function echo(turn: Turn): void {
  const json = JSON.stringify(turn.request.body, null, 2);
  // A fence must be longer than any run of back quotes inside it.
  const longest = Math.max(2, ...(json.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const { voice } = turn.stage.scribe;
  // The body must come back whole, whatever limits it asks for.
  turn.stage.scribe = new Scribe({ ...voice, sampling: { ...voice.sampling, maxTokens: Infinity, stop: [] } });
  turn.speed = { tokensPerSecond: 2000, firstToken: 50 };
  turn.plan = text(`${fence}json\n${json}\n${fence}`);
}

function oddTool(turn: Turn): void {
  const [tool] = turn.request.tools;
  if (!tool) return;
  turn.plan = {
    parts: [
      { kind: 'tools', calls: [{ id: opaqueId('tool_0_', turn.id), name: tool.name, arguments: '' }], whole: true },
    ],
    finish: 'stop',
  };
}

const TWEAKS: Partial<Record<SentinelId, (turn: Turn) => void>> = {
  'simulator/slow': (turn) => {
    turn.speed = { tokensPerSecond: 2, firstToken: 4000, commentEvery: 300 };
    turn.plan = { parts: [{ kind: 'text', segments: [prose('general', 3)] }], finish: 'stop' };
  },
  'simulator/flood': (turn) => {
    turn.speed = { tokensPerSecond: 1e9, firstToken: 0 };
    turn.plan = { ...text(fillerText(tokensAsked(turn, 1000))), finish: 'length' };
  },
  'simulator/paced-100': (turn) => paced(turn, 100),
  'simulator/paced-500': (turn) => paced(turn, 500),
  'simulator/markdown': (turn) => {
    pace(turn, 100);
    turn.plan = text(SHOWCASE);
  },
  'simulator/markdown-500': (turn) => {
    pace(turn, 500);
    turn.plan = text(SHOWCASE);
  },
  'simulator/hostile': (turn) => {
    pace(turn, 500);
    turn.plan = text(HOSTILE);
  },
  'simulator/thinking': (turn) => think(turn, 1200),
  'simulator/all-reasoning': (turn) => {
    think(turn, tokensAsked(turn, 512));
    turn.plan = { parts: turn.plan.parts.slice(0, 1), finish: 'length' };
  },
  'simulator/refusal': (turn) => {
    turn.plan = { parts: [{ kind: 'refusal', text: 'I cannot help with that.' }], finish: 'content_filter' };
  },
  'simulator/odd-tool': oddTool,
  'simulator/dated': (turn) => {
    turn.model = turn.endpoint.row.canonical_slug;
  },
  'simulator/form-b': (turn) => {
    turn.form = 'B';
  },
  'simulator/form-c': (turn) => {
    turn.form = 'C';
  },
  'simulator/echo': echo,
};

/** Bends a turn that is otherwise sound, when a sentinel serves it. */
export function tweak(turn: Turn): void {
  TWEAKS[turn.endpoint.row.id as SentinelId]?.(turn);
}

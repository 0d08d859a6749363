import type { Endpoint } from './endpoint';
import type { Answer, UserMessage } from './message';
import type { Model } from './model';
import { openReceipt } from './receipt';
import { newPane, newWorkspace, type Pane, type Workspace } from './workspace';

// Data for tests: a thing of each kind, of which a test names only what matters to it.

export const aModel = (fields: Partial<Model> = {}): Model => ({
  id: 'maker/model',
  canonicalSlug: 'maker/model-20260101',
  name: 'Maker: Model',
  created: 1_767_225_600,
  contextLength: 128_000,
  maxCompletionTokens: 16_000,
  inputModalities: ['text'],
  outputModalities: ['text'],
  pricing: { prompt: '0.000001', completion: '0.000002' },
  supportedParameters: ['temperature', 'top_p', 'max_tokens'],
  defaultParameters: {},
  reasoning: null,
  expirationDate: null,
  aliasTarget: null,
  ...fields,
});

export const anEndpoint = (tag: string, fields: Partial<Endpoint> = {}): Endpoint => ({
  provider: tag,
  tag,
  contextLength: null,
  maxCompletionTokens: null,
  pricing: { prompt: '0.000001', completion: '0.000002' },
  quantization: 'fp8',
  uptime: null,
  latencyMs: null,
  throughput: null,
  supportedParameters: ['temperature'],
  zeroRetention: null,
  ...fields,
});

export const aQuestion = (id: string, parentId: string | null, text = id, createdAt = 0): UserMessage => ({
  id,
  parentId,
  createdAt,
  role: 'user',
  parts: [{ type: 'text', text }],
});

export const anAnswer = (id: string, parentId: string, text = id, createdAt = 0): Answer => ({
  id,
  parentId,
  createdAt,
  role: 'assistant',
  parts: [{ type: 'text', text }],
  state: 'done',
  receipt: openReceipt('maker/model', 0),
  failure: null,
});

export const aPane = (fields: Partial<Pane> = {}): Pane => ({ ...newPane('pane', 'maker/model'), ...fields });

export const aWorkspace = (fields: Partial<Workspace> = {}): Workspace => ({
  ...newWorkspace('workspace', aPane(), 0),
  ...fields,
});

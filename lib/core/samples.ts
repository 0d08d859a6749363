import type { Endpoint } from './endpoint';
import type { Answer, UserMessage } from './message';
import type { Model, Pricing } from './model';
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

/** A price of each kind, two of which repeat input or output, and a tier of each kind. */
export const TIERED: Pricing = {
  prompt: '0.000002',
  completion: '0.000012',
  inputCacheRead: '0.0000002',
  internalReasoning: '0.000012',
  image: '0.000002',
  webSearch: '0.014',
  overrides: [
    { minPromptTokens: 200_000, prompt: '0.000004', completion: '0.000018' },
    { utcStart: 1630, utcEnd: 30, completion: '0.000006' },
  ],
};

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

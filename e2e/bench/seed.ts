import { answerOf } from './markdown';

// A workspace as a page leaves it behind that had no time for its database: the playground finds it at its next visit.
// That way nothing here knows the tables of the database.

/** What a page shows before it is measured. */
export interface Setup {
  panes: number;
  model: string;
  /** How long its answers will be. */
  tokens: number;
  /** Questions with answers that are there already, in each pane. At least one: with it comes what shows answers. */
  turns: number;
}

const KEY = 'openrouter-playground.journal.';
const ANSWER_TOKENS = 200;

const receipt = (model: string, startedAt: number): object => ({
  generationId: 'gen-1787400101-kQ2mT7vXa9LpRw4ZbN6c',
  requestedModel: model,
  servedModel: model,
  provider: 'Amazon Bedrock',
  finishReason: 'stop',
  nativeFinishReason: 'end_turn',
  usage: { prompt_tokens: 12, completion_tokens: ANSWER_TOKENS, total_tokens: 12 + ANSWER_TOKENS, cost: 0.000067 },
  serviceTier: null,
  systemFingerprint: null,
  openrouterMetadata: null,
  timings: { startedAt, firstContentMs: 320, firstTextMs: 320, totalMs: 2400 },
});

function conversation({ model, turns }: Setup, pane: string, now: number): object {
  const said = Array.from({ length: turns }, (_, at) => {
    const [asked, answered] = [`${pane}-${at}-q`, `${pane}-${at}-a`];
    const parentId = at === 0 ? null : `${pane}-${at - 1}-a`;
    const createdAt = now - (turns - at) * 60_000;
    const question = `Question ${at + 1}: what does an answer cost, and who is paid for it?`;
    return [
      { id: asked, parentId, createdAt, role: 'user', parts: [{ type: 'text', text: question }] },
      {
        id: answered,
        parentId: asked,
        createdAt,
        role: 'assistant',
        parts: [{ type: 'text', text: answerOf(ANSWER_TOKENS) }],
        state: 'done',
        receipt: receipt(model, createdAt),
        failure: null,
      },
    ];
  }).flat();
  return {
    messages: Object.fromEntries(said.map((message) => [message.id, message])),
    headId: said.at(-1)?.id ?? null,
  };
}

/** The entry of `localStorage` by which the playground opens so. @param now Unix milliseconds */
export function seedOf(setup: Setup, now: number): { key: string; value: string } {
  const panes = Array.from({ length: setup.panes }, (_, at) => `pane-${at}`);
  const workspace = {
    id: 'bench',
    title: 'Benchmark',
    createdAt: now,
    updatedAt: now,
    panes: panes.map((id) => ({ id, modelId: setup.model, fallbacks: [], routing: {}, sampling: null, extra: {} })),
    system: '',
    sampling: { max_tokens: setup.tokens },
    forced: [],
    sync: { prompt: true, settings: true, scroll: true },
    draft: { text: '' },
    variables: {},
    pinned: false,
    conversations: Object.fromEntries(panes.map((id) => [id, conversation(setup, id, now)])),
  };
  return { key: KEY + workspace.id, value: JSON.stringify(workspace) };
}

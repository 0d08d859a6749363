import { type Conversation, pathTo } from '@/lib/core/conversation';
import type { JsonObject } from '@/lib/core/json';
import { servedRow } from '@/lib/core/ledger/answer-cost';
import { type Answer, isAnswer, type Message, type Sent } from '@/lib/core/message';
import { findModel, type ModelIndex, type Pricing, shortName } from '@/lib/core/model';
import { usdToString } from '@/lib/core/money';
import { type Preset, type PresetPane, presetOf } from '@/lib/core/preset';
import type { Amount, CostSource } from '@/lib/core/receipt';
import { buildRequest } from '@/lib/core/request';
import type { Workspace } from '@/lib/core/workspace';

/** What an answer cost, as far as was known when it was exported. */
export interface ExportedCost {
  /** Exact decimal US dollars; null when unknown. */
  usd: string | null;
  source: CostSource;
}

export interface ComparedPane {
  /** What it was called on the screen. */
  name: string;
  settings: PresetPane;
  /** The body that Run sent or would have sent at the time of the export, without its messages. */
  sent: JsonObject;
  /** Along the path that was shown. */
  messages: Message[];
  /** By the answer's id. */
  costs: Record<string, ExportedCost>;
}

/** A workspace with the answers that its panes show, to be taken away and brought back. */
export interface Comparison {
  title: string;
  /** Unix milliseconds. */
  exportedAt: number;
  /** All settings but the draft; its panes are those below. */
  preset: Omit<Preset, 'panes' | 'prompt'>;
  panes: ComparedPane[];
  /** What the catalogue asked at the time of the export, by the row's id. */
  prices: Record<string, Pricing>;
}

/** A message as it is taken away: what was still growing has ended there. */
const ended = (message: Message): Message =>
  isAnswer(message) && message.state === 'running' ? { ...message, state: 'stopped' } : message;

const exported = ({ usd, source }: Amount): ExportedCost => ({ usd: usd === null ? null : usdToString(usd), source });

function pricesOf(panes: readonly ComparedPane[], models: ModelIndex): Record<string, Pricing> {
  const rows = panes.flatMap(({ settings, messages }) => [
    ...[settings.modelId, ...settings.fallbacks].map((id) => findModel(models, id)),
    ...messages.filter(isAnswer).map(({ receipt }) => servedRow(receipt, models)),
  ]);
  return Object.fromEntries(rows.flatMap((row) => (row ? [[row.id, row.pricing]] : [])));
}

/**
 * What the panes of a workspace show, with all that made it.
 * @param costOf what an answer of a pane cost
 * @param now Unix milliseconds
 */
export function comparisonOf(
  workspace: Workspace,
  conversations: Readonly<Record<string, Conversation>>,
  models: ModelIndex,
  costOf: (paneId: string, answer: Answer) => Amount,
  now: number,
): Comparison {
  const { panes: settings = [], ...preset } = presetOf(workspace, new Set(['system', 'parameters', 'panes']));
  const panes = workspace.panes.flatMap((pane, at): ComparedPane[] => {
    const own = settings[at];
    const conversation = conversations[pane.id];
    if (!own) return [];
    const path = conversation ? pathTo(conversation) : [];
    const { messages: _, ...sent } = buildRequest(workspace, pane, path, models).body;
    const model = findModel(models, pane.modelId);
    return [
      {
        name: model ? shortName(model) : pane.modelId,
        settings: own,
        sent,
        messages: path.map(ended),
        costs: Object.fromEntries(
          path.filter(isAnswer).map((answer) => [answer.id, exported(costOf(pane.id, answer))]),
        ),
      },
    ];
  });
  return { title: workspace.title, exportedAt: now, preset, panes, prices: pricesOf(panes, models) };
}

/**
 * What each answer was asked with, by its id: what later edits have made of the settings changes nothing of it.
 * *same* is as for the answer before it.
 */
export function sentByAnswer({ messages }: Pick<ComparedPane, 'messages'>): Map<string, Sent | 'same'> {
  const all = new Map<string, Sent | 'same'>();
  let before = '';
  for (const message of messages) {
    if (!isAnswer(message) || !message.sent) continue;
    const now = JSON.stringify(message.sent);
    all.set(message.id, now === before ? 'same' : message.sent);
    before = now;
  }
  return all;
}

/** Whether every answer tells what it was asked with; else the settings of the moment are the best that is known. */
export const tellsSettings = ({ messages }: Pick<ComparedPane, 'messages'>): boolean => {
  const made = messages.filter(isAnswer).filter(({ edited }) => edited !== true);
  return made.length > 0 && made.every(({ sent }) => sent !== undefined);
};

/** How many answers it holds. */
export const countAnswers = ({ panes }: Pick<Comparison, 'panes'>): number =>
  panes.reduce((sum, { messages }) => sum + messages.filter(isAnswer).length, 0);

/** The system prompt of a pane: its own, or that of all. */
export const systemOf = ({ preset }: Comparison, { settings }: ComparedPane): string =>
  settings.system ?? preset.system ?? '';

/** A file name without surprises: letters and digits of the title, and the day. */
export function fileName({ title, exportedAt }: Comparison, ending: string): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  return `${name || 'comparison'}-${new Date(exportedAt).toISOString().slice(0, 10)}.${ending}`;
}

/** Settings as sent, one line each: what is an object stays JSON. */
export const settingLines = (sent: JsonObject): [string, string][] =>
  Object.entries(sent).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]);

import { isAnswer, textOf } from './message';
import { typedTexts } from './own-prompt';
import { fieldsOf, isFlag, isNumber, isText, listOf } from './shape';
import { type StoredWorkspace, titleFrom } from './workspace';

/** What the history shows of a workspace, so that the list needs none of the conversations. */
export interface Summary {
  id: string;
  title: string;
  /** Unix milliseconds. */
  createdAt: number;
  updatedAt: number;
  pinned: boolean;
  /** Ids, in the order of the panes. */
  models: string[];
  questions: number;
}

export const summaryOf = ({ conversations, panes, draft, ...workspace }: StoredWorkspace): Summary => ({
  id: workspace.id,
  title: workspace.title || titleFrom(typedTexts({ draft, panes })[0] ?? ''),
  createdAt: workspace.createdAt,
  updatedAt: workspace.updatedAt,
  pinned: workspace.pinned,
  models: panes.map(({ modelId }) => modelId),
  questions: new Set(
    Object.values(conversations).flatMap(({ messages }) =>
      Object.values(messages)
        .filter((message) => !isAnswer(message))
        .map(textOf),
    ),
  ).size,
});

const summary = fieldsOf({
  id: isText,
  title: isText,
  createdAt: isNumber,
  updatedAt: isNumber,
  pinned: isFlag,
  models: listOf(isText),
  questions: isNumber,
});

/** Whether something that a storage gave back is a summary. */
export const isSummary = (value: unknown): value is Summary => summary(value);

/** Whether a workspace holds nothing that anybody would look for: left, it need not be kept. */
export const isEmpty = (workspace: StoredWorkspace): boolean =>
  !workspace.pinned &&
  typedTexts(workspace).length === 0 &&
  Object.values(workspace.conversations).every(({ messages }) => Object.keys(messages).length === 0);

/** A stretch of the history: pinned, a day, some days, a month. */
export interface Stretch {
  label: string;
  summaries: Summary[];
}

const DAY_MS = 86_400_000;

/** Midnight of the visitor's own day. */
const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

function labelOf(at: number, now: number): string {
  // Rounded: a day at the change of the clocks has 23 or 25 hours.
  const days = Math.round((dayOf(now) - dayOf(at)) / DAY_MS);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days < 7) return 'Last 7 days';
  if (days < 30) return 'Last 30 days';
  return new Date(at).toLocaleDateString('en', { month: 'long', year: 'numeric' });
}

/**
 * The newest first, pinned ones before all, in stretches of time.
 * @param now Unix milliseconds
 * @param most of them that are listed
 */
export function stretchesOf(summaries: readonly Summary[], now: number, most = Infinity): Stretch[] {
  const sorted = [...summaries].sort((one, other) => other.updatedAt - one.updatedAt);
  const stretches = new Map<string, Summary[]>();
  const ordered = [...sorted.filter(({ pinned }) => pinned), ...sorted.filter(({ pinned }) => !pinned)];
  for (const summary of ordered.slice(0, most)) {
    const label = summary.pinned ? 'Pinned' : labelOf(summary.updatedAt, now);
    stretches.set(label, [...(stretches.get(label) ?? []), summary]);
  }
  return [...stretches].map(([label, listed]) => ({ label, summaries: listed }));
}

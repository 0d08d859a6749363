import { z } from 'zod';
import { type Comparison, type ComparedPane } from '@/lib/core/comparison/comparison';
import { isJsonObject, type JsonObject } from '@/lib/core/json';
import { readJsonObject } from '@/lib/core/json-field';
import type { Message } from '@/lib/core/message';
import { COST_SOURCES } from '@/lib/core/receipt';
import { MAX_RUNS } from '@/lib/core/run';
import { messageSchema, pricesSchema } from './comparison-message';
import { readPreset, writePreset } from './preset';

/** The version that is written; the one reader so far reads it. */
const VERSION = 1;
/** Characters of a file. */
export const MAX_COMPARISON = 32 * 1024 * 1024;
/** Messages of a pane: more than anybody has said. */
const MOST_MESSAGES = 5000;

/** A comparison with a sentence for each thing that is not in it, or one sentence for why there is none. */
export type ReadComparison = { comparison: Comparison; remarks: string[] } | { problem: string };

const file = z.object({
  title: z.string().max(1000),
  exportedAt: z.iso.datetime(),
  settings: z.custom<JsonObject>(isJsonObject, 'must be a JSON object'),
  panes: z
    .array(
      z.object({
        name: z.string().max(1000),
        sent: z.custom<JsonObject>(isJsonObject, 'must be a JSON object'),
        messages: z.array(messageSchema).max(MOST_MESSAGES, `has more than ${MOST_MESSAGES} messages`),
        costs: z.record(
          z.string(),
          z.object({
            usd: z.string().max(100).nullable(),
            source: z.enum(COST_SOURCES),
          }),
        ),
      }),
    )
    .min(1, 'is empty')
    .max(MAX_RUNS, `has more than ${MAX_RUNS} panes`),
  prices: pricesSchema,
});

const place = (path: readonly PropertyKey[]): string =>
  path.map((key, at) => (typeof key === 'number' ? `[${key + 1}]` : `${at > 0 ? '.' : ''}${String(key)}`)).join('');

/** Whether a text may be the file of a comparison, whatever else is wrong with it. */
export const looksLikeComparison = (text: string): boolean => /^\s*\{\s*"comparison"\s*:/.test(text.slice(0, 1000));

/** Reads the text of a file. Throws for nothing, and changes nothing. */
export function parseComparison(text: string): ReadComparison {
  const object = readJsonObject(text, MAX_COMPARISON);
  if ('problem' in object) return object;
  const { comparison: version, ...rest } = object.value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { problem: 'The file holds no comparison.' };
  if (version > VERSION)
    return {
      problem: `It was made by a newer playground (version ${version}; this one reads up to ${VERSION}).`,
    };
  const parsed = file.safeParse(rest);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { problem: `It cannot be read: “${place(issue?.path ?? []).slice(0, 80)}” ${issue?.message ?? ''}.` };
  }
  const { title, exportedAt, settings, panes, prices } = parsed.data;
  const read = readPreset(settings);
  if ('problem' in read) return read;
  const { panes: own = [], prompt: _, ...preset } = read.preset;
  if (own.length !== panes.length)
    return { problem: 'It cannot be read: it has not as many panes as settings of panes.' };
  return {
    comparison: {
      title,
      exportedAt: Date.parse(exportedAt),
      preset,
      panes: panes.flatMap((pane, at): ComparedPane[] => {
        const one = own[at];
        return one ? [{ ...pane, messages: pane.messages as Message[], settings: one }] : [];
      }),
      prices: prices as Comparison['prices'],
    },
    remarks: read.remarks,
  };
}

/** A comparison as the text of a file. Refuses what could not be opened again. */
export function formatComparison(comparison: Comparison): { text: string } | { problem: string } {
  const { title, exportedAt, preset, panes, prices } = comparison;
  const text = JSON.stringify(
    {
      comparison: VERSION,
      title,
      exportedAt: new Date(exportedAt).toISOString(),
      settings: writePreset({ ...preset, panes: panes.map(({ settings }) => settings) }),
      panes: panes.map(({ name, sent, messages, costs }) => ({ name, sent, messages, costs })),
      prices,
    },
    null,
    2,
  );
  const read = parseComparison(text);
  return 'problem' in read ? read : { text };
}

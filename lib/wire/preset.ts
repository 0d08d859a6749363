import { z } from 'zod';
import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { complaint } from '@/lib/core/parameter';
import { parameterOf, type ParameterName, type Sampling } from '@/lib/core/parameters';
import { type Preset, type PresetPane, textsOf } from '@/lib/core/preset';
import { MAX_FALLBACKS } from '@/lib/core/request';
import { MAX_RUNS } from '@/lib/core/run';
import { MAX_VARIABLES, variablesIn } from '@/lib/core/variables';
import { modelId } from './model-id';

/** A preset with a sentence for each thing that is not in it, or one sentence for why there is none. */
export type ReadPreset = { preset: Preset; remarks: string[] } | { problem: string };

/** Characters of one text: some hundred times a long prompt. */
const MAX_TEXT = 1_000_000;
const NAMES = 8;

const text = z.string().max(MAX_TEXT, `is longer than ${MAX_TEXT.toLocaleString('en-US')} characters`);
const object = z.custom<JsonObject>(isJsonObject, 'must be a JSON object');
const names = z.array(z.string());

// Version 1, with the API's own names. Golden links in the tests hold it as it is for ever.
const pane = z.looseObject({
  model: modelId,
  models: z.array(modelId).max(MAX_FALLBACKS, `has more than ${MAX_FALLBACKS} fallbacks`).optional(),
  provider: object.optional(),
  parameters: object.optional(),
  system: text.optional(),
  extra: object.optional(),
});
// Links of the first days have two more ticks, which were without effect.
const sync = z.looseObject({ scroll: z.boolean(), prompt: z.boolean().optional(), settings: z.boolean().optional() });
const version1 = z.looseObject({
  system: text.optional(),
  prompt: text.optional(),
  // Pairs, so that a variable may have any name.
  variables: z.array(z.tuple([z.string().max(64), text])).optional(),
  parameters: object.optional(),
  forced: names.optional(),
  panes: z.array(pane).min(1, 'is empty').optional(),
  sync: sync.optional(),
});

const named = (name: string): string => `“${name.length > 40 ? `${name.slice(0, 40)}…` : name}”`;

/** One sentence for all names that mean nothing here; none for none. */
export function notUnderstood(unknown: ReadonlySet<string>): string[] {
  const names = [...unknown];
  const more = names.length > NAMES ? ` and ${(names.length - NAMES).toLocaleString('en-US')} more` : '';
  const listed = names.slice(0, NAMES).map(named).join(', ');
  return names.length > 0 ? [`Not understood, and left out: ${listed}${more}.`] : [];
}

/** Collects what is left out: many names in one sentence. */
class Remarks {
  readonly #unknown = new Set<string>();
  readonly #sentences = new Set<string>();

  unknown(value: object, shape: Readonly<Record<string, unknown>>): void {
    for (const key of Object.keys(value)) if (!Object.hasOwn(shape, key)) this.#unknown.add(key);
  }

  add(name: string, why?: string): void {
    if (why === undefined) this.#unknown.add(name);
    else this.#sentences.add(`${named(name)} was left out: ${why}`);
  }

  all(): string[] {
    return [...this.#sentences, ...notUnderstood(this.#unknown)];
  }
}

function readSampling(values: JsonObject, remarks: Remarks): Sampling {
  const good: [string, Json][] = [];
  for (const [name, value] of Object.entries(values)) {
    const parameter = parameterOf(name);
    const why = parameter && complaint(parameter, value);
    if (parameter && !why) good.push([name, value]);
    else remarks.add(name, why ?? undefined);
  }
  return Object.fromEntries(good);
}

function readPane(value: z.infer<typeof pane>, remarks: Remarks): PresetPane {
  remarks.unknown(value, pane.shape);
  return {
    modelId: value.model,
    fallbacks: value.models ?? [],
    routing: value.provider ?? {},
    sampling: value.parameters ? readSampling(value.parameters, remarks) : null,
    system: value.system ?? null,
    extra: value.extra ?? {},
  };
}

function readForced(values: readonly string[], remarks: Remarks): ParameterName[] {
  return [...new Set(values)].flatMap((name) => {
    const parameter = parameterOf(name);
    if (!parameter) remarks.add(name);
    return parameter ? [parameter.name] : [];
  });
}

const place = (path: readonly PropertyKey[]): string =>
  path.map((key, at) => (typeof key === 'number' ? `[${key + 1}]` : `${at > 0 ? '.' : ''}${String(key)}`)).join('');

/**
 * Reads version 1 of a preset. Unknown fields and parameters that the table forbids are left out and told; what has
 * the wrong form is refused.
 * @param value parsed JSON that `readJsonObject` let through
 */
export function readPreset(value: JsonObject): ReadPreset {
  // Counted first: nobody waits for ten thousand panes to be looked at.
  const count = Array.isArray(value['panes']) ? value['panes'].length : 0;
  if (count > MAX_RUNS) return { problem: `It has ${count.toLocaleString('en-US')} panes; at most ${MAX_RUNS} fit.` };
  const parsed = version1.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { problem: `It cannot be read: ${named(place(issue?.path ?? []))} ${issue?.message ?? ''}.` };
  }
  const { system, prompt, parameters, forced, panes, sync: ticks } = parsed.data;
  const remarks = new Remarks();
  remarks.unknown(parsed.data, version1.shape);
  if (ticks) remarks.unknown(ticks, sync.shape);
  const preset = {
    ...(system !== undefined && { system }),
    ...(prompt !== undefined && { prompt }),
    ...(parameters && { sampling: readSampling(parameters, remarks) }),
    ...(forced && { forced: readForced(forced, remarks) }),
    ...(panes && { panes: panes.map((one) => readPane(one, remarks)) }),
    ...(ticks && { sync: { scroll: ticks.scroll } }),
  };
  const used = new Set(variablesIn(...textsOf(preset)).slice(0, MAX_VARIABLES));
  const pairs = (parsed.data.variables ?? []).filter(([name]) => {
    if (!used.has(name)) remarks.add(name, 'no text has it as a variable.');
    return used.has(name);
  });
  return { preset: { ...preset, variables: Object.fromEntries(pairs) }, remarks: remarks.all() };
}

const filled = <T extends object>(value: T): T | undefined => (Object.keys(value).length > 0 ? value : undefined);

/** A preset as version 1: what is empty or shared is not written. */
export function writePreset({ system, prompt, variables, sampling, forced, panes, sync: ticks }: Preset): JsonObject {
  const written = {
    system,
    prompt,
    variables: filled(Object.entries(variables)),
    parameters: sampling,
    forced,
    panes: panes?.map((one) => ({
      model: one.modelId,
      models: filled(one.fallbacks),
      provider: filled(one.routing),
      parameters: one.sampling ?? undefined,
      system: one.system ?? undefined,
      extra: filled(one.extra),
    })),
    sync: ticks,
  };
  // What is undefined is not in JSON.
  return JSON.parse(JSON.stringify(written)) as JsonObject;
}

import { Document, visit } from 'yaml';
import { isJsonObject, type JsonObject } from '@/lib/core/json';
import type { PresetLabel } from '@/lib/core/library';
import { PARAMETERS, type ParameterName, type Sampling } from '@/lib/core/parameters';
import type { Preset } from '@/lib/core/preset';

// GitHub's format for prompts in a repository, `.prompt.yml`:
// https://docs.github.com/en/github-models/use-github-models/storing-prompts-in-github-repositories

/** The format writes `topP` where the API writes `top_p`. */
export const camelOf = (name: string): string => name.replace(/[._](\w)/g, (_, letter: string) => letter.toUpperCase());

/** Parameters that have a field of their own beside `modelParameters`. */
export const RESPONSE_FORMAT: ParameterName = 'response_format';

/** The fields of a response format, or null for a form that the format has no place for. */
function formatFields(format: JsonObject): JsonObject | null {
  const { type, json_schema: schema, ...others } = format;
  if (typeof type !== 'string' || Object.keys(others).length > 0) return null;
  if (schema === undefined) return { responseFormat: type };
  return type === 'json_schema' ? { responseFormat: type, jsonSchema: JSON.stringify(schema, null, 2) } : null;
}

const isFilled = (value: object | undefined): boolean => value !== undefined && Object.keys(value).length > 0;

/** What of a preset the format has no place for, as names of what the screen shows. */
function lostOf({ panes = [], forced = [], variables }: Preset, formatLost: boolean): string[] {
  const [first] = panes;
  return [
    ...(panes.length > 1 ? [`${panes.length - 1} further pane${panes.length > 2 ? 's' : ''}`] : []),
    ...(first && first.fallbacks.length > 0 ? ['fallbacks'] : []),
    ...(isFilled(first?.routing) ? ['provider routing'] : []),
    ...(isFilled(first?.extra) ? ['extra JSON'] : []),
    ...(isFilled(variables) ? ['values of variables'] : []),
    ...(forced.length > 0 ? ['parameters sent though not listed'] : []),
    ...(formatLost ? ['response format'] : []),
  ];
}

/** The sampling and the system prompt of the first pane: its own where it has some. */
const firstOf = ({ panes = [], system, sampling }: Preset): { system: string; sampling: Sampling } => ({
  system: panes[0]?.system ?? system ?? '',
  sampling: panes[0]?.sampling ?? sampling ?? {},
});

/** A text of blanks and line ends alone would be a block without a first line to tell its indent by. */
function written(document: JsonObject): string {
  const yaml = new Document(document);
  visit(yaml, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && scalar.value.trim() === '') scalar.type = 'QUOTE_DOUBLE';
    },
  });
  // A quoted text that is broken into lines loses blanks at their ends.
  return yaml.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity });
}

/**
 * A preset as a `.prompt.yml`: its first pane.
 * @returns the text, and what of the preset is not in it
 */
export function writePromptYml(label: Omit<PresetLabel, 'tags'>, preset: Preset): { text: string; lost: string[] } {
  const { system, sampling } = firstOf(preset);
  const { [RESPONSE_FORMAT]: format, ...others } = sampling;
  const fields = isJsonObject(format) ? formatFields(format) : {};
  const set = PARAMETERS.flatMap(({ name }) => {
    const value = (others as Sampling)[name];
    return value === undefined ? [] : [[camelOf(name), value]];
  });
  const prompt = preset.prompt ?? '';
  const messages = [
    ...(system === '' ? [] : [{ role: 'system', content: system }]),
    ...(prompt === '' ? [] : [{ role: 'user', content: prompt }]),
  ];
  const document = {
    name: label.name,
    ...(label.description !== '' && { description: label.description }),
    ...(preset.panes?.[0] && { model: preset.panes[0].modelId }),
    ...(set.length > 0 && { modelParameters: Object.fromEntries(set) as JsonObject }),
    messages,
    ...fields,
  };
  return { text: written(document), lost: lostOf(preset, fields === null) };
}

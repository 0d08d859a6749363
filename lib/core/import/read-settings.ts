import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { complaint } from '@/lib/core/parameter';
import { parameterOf, type ParameterName, type Sampling } from '@/lib/core/parameters';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface Settings {
  sampling: Mutable<Sampling>;
  /** Merged last into the body: every field that has no place of its own. */
  extra: JsonObject;
  remarks: string[];
}

const OBJECT = 'reasoning';

/** @returns whether the value stands now in the sampling */
function set(settings: Settings, name: string, value: Json, shown: string): boolean {
  const parameter = parameterOf(name);
  if (!parameter) return false;
  const problem = complaint(parameter, value);
  if (problem) settings.remarks.push(`“${shown}” was left out: ${problem}`);
  else settings.sampling[parameter.name as ParameterName] = value;
  return problem === null;
}

/** The object is known by four keys (§2.7); with others it can only be sent whole. */
function readReasoning(settings: Settings, value: Json): void {
  if (!isJsonObject(value)) {
    settings.remarks.push('“reasoning” was left out: it must be a JSON object.');
    return;
  }
  const keys = Object.keys(value);
  const whole = keys.length === 0 || keys.some((key) => !parameterOf(`${OBJECT}.${key}`));
  if (whole) settings.extra[OBJECT] = value;
  else for (const [key, inner] of Object.entries(value)) readField(settings, `${OBJECT}.${key}`, inner);
}

/** Other names of a parameter; its own name wins where both are there. */
const ALIASES: Readonly<Record<string, { name: ParameterName; own: string }>> = {
  max_completion_tokens: { name: 'max_tokens', own: 'max_tokens' },
  reasoning_effort: { name: 'reasoning.effort', own: OBJECT },
};

function readField(settings: Settings, key: string, value: Json): void {
  if (value === null) settings.remarks.push(`“${key}” is null, which means that it is not set.`);
  // One text is a list of one (§2.1).
  else if (key === 'stop' && typeof value === 'string') set(settings, key, [value], key);
  else set(settings, key, value, key);
}

/** Puts a field of a request into the sampling when the table knows it, else into the extra JSON. */
export function readSetting(settings: Settings, key: string, value: Json, body: JsonObject): void {
  const alias = Object.hasOwn(ALIASES, key) ? ALIASES[key] : undefined;
  if (key === OBJECT) readReasoning(settings, value);
  else if (alias && value !== null && !Object.hasOwn(body, alias.own)) {
    if (set(settings, alias.name, value, key)) {
      settings.remarks.push(`“${key}” is set as ${parameterOf(alias.name)?.label ?? alias.name}.`);
    }
  } else if (parameterOf(key)) readField(settings, key, value);
  else settings.extra[key] = value;
}

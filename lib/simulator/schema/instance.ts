import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import type { Random } from '@/lib/simulator/random';
import { choice, exact, type Segment } from '@/lib/simulator/sampler/segment';
import type { Hints } from './hints';
import { numberFor } from './numbers';
import { stringFor } from './strings';

interface Work {
  root: JsonObject;
  hints: Hints;
  random: Random;
}

/** From here on a schema that contains itself must come to an end. */
const DEEP = 5;
const DEEPEST = 14;

const objects = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);

/** `#/$defs/name` and its like; other references are not followed. */
function resolve(reference: string, root: JsonObject): JsonObject {
  let found: Json | undefined = root;
  for (const step of reference.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    found = isJsonObject(found ?? null) ? (found as JsonObject)[key] : undefined;
  }
  return isJsonObject(found ?? null) ? (found as JsonObject) : {};
}

function merge(all: readonly JsonObject[]): JsonObject {
  const merged: JsonObject = {};
  for (const one of all) {
    const properties = {
      ...(merged.properties as JsonObject | undefined),
      ...(one.properties as JsonObject | undefined),
    };
    const required = [
      ...((merged.required as Json[] | undefined) ?? []),
      ...((one.required as Json[] | undefined) ?? []),
    ];
    Object.assign(
      merged,
      one,
      Object.keys(properties).length > 0 && { properties },
      required.length > 0 && { required },
    );
  }
  return merged;
}

/** Follows references and merges `allOf` until the schema speaks for itself. */
function plain(schema: JsonObject, root: JsonObject): JsonObject {
  let current = schema;
  for (let i = 0; i < 20; i += 1) {
    if (typeof current.$ref === 'string') {
      const { $ref, ...rest } = current;
      current = merge([resolve($ref, root), rest]);
    } else if (Array.isArray(current.allOf)) {
      const { allOf, ...rest } = current;
      current = merge([rest, ...objects(allOf).map((one) => plain(one, root))]);
    } else break;
  }
  return current;
}

function typeOf(schema: JsonObject): string {
  const { type } = schema;
  if (Array.isArray(type)) return String(type.find((one) => one !== 'null') ?? 'null');
  if (typeof type === 'string') return type;
  if (schema.properties || schema.required || schema.additionalProperties) return 'object';
  return schema.items || schema.prefixItems ? 'array' : 'string';
}

const count = (value: Json | undefined, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

const joined = (parts: Segment[][], separator: string): Segment[] =>
  parts.flatMap((part, i) => (i === 0 ? part : [exact(separator), ...part]));

function objectFor(schema: JsonObject, field: string, depth: number, work: Work): Segment[] {
  const properties = isJsonObject(schema.properties ?? null) ? (schema.properties as JsonObject) : {};
  const required = new Set(Array.isArray(schema.required) ? schema.required.map(String) : []);
  const wanted = Object.keys(properties).filter(
    (key) => required.has(key) || (depth < DEEP && work.random.next() < 0.8),
  );
  const missing = [...required].filter((key) => !(key in properties));
  const keys = [...wanted, ...missing];
  const extra = schema.additionalProperties;
  const open = isJsonObject(extra ?? null) ? (extra as JsonObject) : null;
  const least = Math.max(count(schema.minProperties, 0), open && keys.length === 0 && depth < DEEP ? 2 : 0);
  for (let i = 1; keys.length < least; i += 1) keys.push(`key_${i}`);
  const members = keys.map((key) => {
    const own = properties[key] ?? open ?? {};
    return [exact(`${JSON.stringify(key)}:`), ...valueFor(isJsonObject(own) ? own : {}, key, depth + 1, work)];
  });
  return [exact('{'), ...joined(members, ','), exact('}')];
}

function arrayFor(schema: JsonObject, field: string, depth: number, work: Work): Segment[] {
  const first = objects(schema.prefixItems);
  const items = isJsonObject(schema.items ?? null) ? (schema.items as JsonObject) : {};
  const low = count(schema.minItems, depth < DEEP ? 1 : 0);
  const high = count(schema.maxItems, Math.max(low, 3));
  const length = Math.max(
    first.length,
    depth < DEEP ? work.random.between(Math.min(low, high), Math.min(high, low + 2)) : low,
  );
  const singular = field.replace(/s$/, '');
  const members = Array.from({ length }, (_, i) => valueFor(first[i] ?? items, singular, depth + 1, work));
  return schema.uniqueItems === true
    ? distinct(items, members, work)
    : [exact('['), ...joined(members, ','), exact(']')];
}

/** Items that must differ are taken from the values an enum lists, or are numbered. */
function distinct(items: JsonObject, members: Segment[][], { root }: Work): Segment[] {
  const schema = plain(items, root);
  const listed = Array.isArray(schema.enum) ? schema.enum.map((value) => JSON.stringify(value)) : null;
  const low = count(schema.minimum, 1);
  const values = members.map(
    (_, i) =>
      listed?.[i] ?? (/integer|number/.test(typeOf(schema)) ? String(low + i) : JSON.stringify(`item-${i + 1}`)),
  );
  const most = listed ? values.slice(0, listed.length) : values;
  return [exact(`[${most.join(',')}]`)];
}

/** The alternative that ends soonest, once it is time to end. */
function pickAlternative(options: JsonObject[], depth: number, { root, random }: Work): JsonObject {
  const flat = options.filter((option) => !/object|array/.test(typeOf(plain(option, root))));
  const pool =
    depth >= DEEP && flat.length > 0 ? flat : options.filter((option) => plain(option, root).type !== 'null');
  const [first, ...rest] = pool.length > 0 ? pool : options;
  return first ? random.pick([first, ...rest]) : {};
}

function valueFor(given: JsonObject, field: string, depth: number, work: Work): Segment[] {
  const { hints, random } = work;
  const schema = plain(given, work.root);
  if (depth > DEEPEST) return [exact('null')];
  if ('const' in schema) return [exact(JSON.stringify(schema.const))];
  if (Array.isArray(schema.enum) && schema.enum.length > 0)
    return [choice(schema.enum.map((value) => JSON.stringify(value)))];
  const options = [...objects(schema.anyOf), ...objects(schema.oneOf)];
  if (options.length > 0) {
    const { anyOf: _any, oneOf: _one, ...rest } = schema;
    return valueFor(merge([rest, pickAlternative(options, depth, work)]), field, depth + 1, work);
  }
  switch (typeOf(schema)) {
    case 'object':
      return objectFor(schema, field, depth, work);
    case 'array':
      return arrayFor(schema, field, depth, work);
    case 'integer':
      return [numberFor(schema, field, true, hints, random)];
    case 'number':
      return [numberFor(schema, field, false, hints, random)];
    case 'boolean':
      return [choice(['true', 'false'])];
    case 'null':
      return [exact('null')];
    default:
      return stringFor(schema, field, hints, random);
  }
}

/**
 * A plan for JSON that satisfies a schema: types, enum, const, required, nesting, arrays, bounds, references, anyOf,
 * oneOf, allOf; patterns as far as they can be written backwards. Values that are free are left to the sampler.
 */
export const instanceOf = (schema: JsonObject, hints: Hints, random: Random): Segment[] =>
  valueFor(schema, 'value', 0, { root: schema, hints, random });

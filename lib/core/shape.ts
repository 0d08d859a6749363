import { isJsonObject } from './json';

/** Whether a value of unknown origin has a form. Shapes are put together from those below. */
export type Shape = (value: unknown) => boolean;

export const isText: Shape = (value) => typeof value === 'string';
export const isNumber: Shape = (value) => typeof value === 'number' && Number.isFinite(value);
export const isFlag: Shape = (value) => typeof value === 'boolean';
export const isObject: Shape = isJsonObject;
export const isAnything: Shape = () => true;

export const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);

/** The field may be absent as well. */
export const orAbsent =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);

export const oneOf =
  (...texts: readonly string[]): Shape =>
  (value) =>
    typeof value === 'string' && texts.includes(value);

export const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every((item) => shape(item));

export const recordOf =
  (shape: Shape): Shape =>
  (value) =>
    isJsonObject(value) && Object.values(value).every((item) => shape(item));

/** An object with these fields at least; what it has beside them is left alone. */
export const fieldsOf =
  (fields: Record<string, Shape>): Shape =>
  (value) =>
    isJsonObject(value) &&
    Object.entries(fields).every(([name, shape]) => shape(Object.hasOwn(value, name) ? value[name] : undefined));

import type { Json } from '@/lib/core/json';

/** How a language writes what JSON can hold. */
export interface Dialect {
  text: (value: string) => string;
  key: (value: string) => string;
  true: string;
  false: string;
  null: string;
  /** Spaces of one step inwards. */
  step: number;
}

/** Legal in JSON texts, yet line ends, or invisible, in many an editor and in older JavaScript. */
const INVISIBLE = /[\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

const escapeInvisible = (text: string): string =>
  text.replace(INVISIBLE, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A text in double quotes that JavaScript and TypeScript read back, also inside an HTML page. */
export const javascriptText = (value: string): string =>
  escapeInvisible(JSON.stringify(value))
    .replaceAll('</', String.raw`<\/`)
    .replaceAll('<!--', String.raw`<\!--`);

export const JAVASCRIPT: Dialect = {
  text: javascriptText,
  // `__proto__: x` would set the prototype instead of a key.
  key: (value) => {
    if (value === '__proto__') return '["__proto__"]';
    return /^[A-Za-z_$][\w$]*$/.test(value) ? value : javascriptText(value);
  },
  true: 'true',
  false: 'false',
  null: 'null',
  step: 2,
};

/** Python reads every escape of a JSON text as JSON does. */
export const pythonText = (value: string): string => escapeInvisible(JSON.stringify(value));

export const PYTHON: Dialect = {
  text: pythonText,
  key: pythonText,
  true: 'True',
  false: 'False',
  null: 'None',
  step: 4,
};

const WIDTH = 100;

function onOneLine(value: Json, dialect: Dialect): string {
  if (typeof value === 'string') return dialect.text(value);
  if (value === null) return dialect.null;
  if (typeof value === 'boolean') return value ? dialect.true : dialect.false;
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : dialect.null;
  if (Array.isArray(value)) return `[${value.map((item) => onOneLine(item, dialect)).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, item]) => `${dialect.key(key)}: ${onOneLine(item, dialect)}`);
  if (pairs.length === 0) return '{}';
  return dialect === JAVASCRIPT ? `{ ${pairs.join(', ')} }` : `{${pairs.join(', ')}}`;
}

/**
 * A JSON value as source code: on one line where it is short, else a line for each item.
 * @param indent spaces before the line it begins on, so that the lines below stand under it
 * @param broken a line for each item, however short
 */
export function literal(value: Json, dialect: Dialect, indent = 0, broken = false): string {
  const line = onOneLine(value, dialect);
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return line;
  if (!broken && indent + line.length <= WIDTH) return line;
  const inner = indent + dialect.step;
  const space = ' '.repeat(inner);
  const items = Array.isArray(value)
    ? value.map((item) => literal(item, dialect, inner))
    : Object.entries(value).map(([key, item]) => `${dialect.key(key)}: ${literal(item, dialect, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${items.map((item) => `${space}${item},\n`).join('')}${' '.repeat(indent)}${close}`;
}

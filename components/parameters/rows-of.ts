import type { ParameterGroup } from '@/lib/core/parameter';
import { PARAMETERS } from '@/lib/core/parameters';
import type { NamedParameter } from './row';

/** Groups in the order of the panel. */
export const GROUPS: readonly ParameterGroup[] = ['sampling', 'length', 'penalties', 'reasoning', 'output', 'request'];

export const rowsOf = (group: ParameterGroup): NamedParameter[] =>
  PARAMETERS.filter((parameter) => parameter.group === group);

const plain = (text: string): string => text.toLowerCase().replaceAll(/[_.\s]+/g, ' ');

/** Whether a search stands in a label or a name as it was typed: `top_p`, `top p` and `TOP P` are one. */
export const isCalled = (query: string, ...names: string[]): boolean => plain(names.join(' ')).includes(plain(query));

/**
 * The rows that a search means: those with the name, or with another name that the API has for them, else those whose
 * help has all of its words.
 */
export function findRows(query: string): readonly NamedParameter[] {
  const called = PARAMETERS.filter(({ label, name, words }) => isCalled(query, label, name, ...words));
  if (called.length > 0) return called;
  const words = plain(query).split(' ');
  return PARAMETERS.filter(({ label, help }) => words.every((word) => plain(`${label} ${help}`).includes(word)));
}

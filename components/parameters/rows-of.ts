import type { ParameterGroup } from '@/lib/core/parameter';
import { PARAMETERS } from '@/lib/core/parameters';
import type { NamedParameter } from './row';

/** Groups in the order of the panel. */
export const GROUPS: readonly ParameterGroup[] = ['sampling', 'length', 'penalties', 'reasoning', 'output', 'request'];

export const rowsOf = (group: ParameterGroup): NamedParameter[] =>
  PARAMETERS.filter((parameter) => parameter.group === group);

const plain = (text: string): string => text.toLowerCase().replaceAll(/[_.\s]+/g, ' ');

/** Whether every word of a search stands in one of the texts: `top_p`, `top p` and `TOP P` are one. */
export function matches(query: string, ...texts: string[]): boolean {
  const hay = plain(texts.join(' '));
  return plain(query)
    .split(' ')
    .every((word) => hay.includes(word));
}

import { tokenize } from '@/lib/simulator/sampler/tokenize';

const PARAGRAPH =
  'The water in the canal is still, and the boats wait in a row for the first light. A baker opens the window of the shop and puts the bread on the sill. Two children count the swans and do not agree. Someone rings a bell on the other bank, once, and then the day begins.\n\n';

let cycle: string[] | undefined;

/** The same plain text every time, token by token, for as long as wanted. */
export function fillerToken(place: number): string {
  cycle ??= tokenize(PARAGRAPH);
  return cycle[place % cycle.length] ?? ' ';
}

export function fillerText(tokens: number): string {
  let text = '';
  for (let i = 0; i < tokens; i += 1) text += fillerToken(i);
  return text;
}

import { expect, it } from 'vitest';
import { anAnswer } from '@/lib/core/samples';
import { sourceText } from './receipt-text';

it('says that somebody is asked for a bill only where somebody is', () => {
  const answer = anAnswer('a', 'q');
  expect(sourceText(answer, 'partial')).toContain('OpenRouter is asked');
  expect(sourceText({ ...answer, imported: true }, 'partial')).not.toMatch(/asked/);
  expect(sourceText({ ...answer, imported: true }, 'recorded')).toBe('as the imported file says');
});

it('tells what was booked from what came with the answer', () => {
  const { receipt } = anAnswer('a', 'q');
  const settled = { cost: '1', tokens: { in: null, out: null, cached: null, reasoning: null } };
  expect(sourceText({ receipt }, 'billed')).toBe('usage.cost, as billed');
  expect(sourceText({ receipt: { ...receipt, settled } }, 'billed')).toBe('as OpenRouter has booked it');
});

import { expect, it } from 'vitest';
import type { Answer } from '@/lib/core/message';
import { indexModels } from '@/lib/core/model';
import { aModel, anAnswer } from '@/lib/core/samples';
import { servedText, sourceText } from './receipt-text';

it('says that somebody is asked for a bill only where somebody is', () => {
  const answer: Answer = { ...anAnswer('a', 'q'), state: 'stopped' };
  const named: Answer = { ...answer, receipt: { ...answer.receipt, generationId: 'gen-1', usage: null } };
  expect(sourceText(named, 'partial')).toContain('OpenRouter is asked');
  expect(sourceText({ ...named, receipt: { ...named.receipt, settled: null } }, 'partial')).toContain('not booked it');
  expect(sourceText(answer, 'partial')).not.toMatch(/is asked/);
  expect(sourceText({ ...named, imported: true }, 'partial')).not.toMatch(/asked/);
  expect(sourceText({ ...answer, imported: true }, 'recorded')).toBe('as the imported file says');
});

it('tells what was booked from what came with the answer', () => {
  const answer = anAnswer('a', 'q');
  const settled = { cost: '1', tokens: { in: null, out: null, cached: null, reasoning: null } };
  expect(sourceText(answer, 'billed')).toBe('usage.cost, as billed');
  expect(sourceText({ ...answer, receipt: { ...answer.receipt, settled } }, 'billed')).toBe(
    'as OpenRouter has booked it',
  );
});

it('names who served, and the model where it is another one', () => {
  const models = indexModels([
    aModel(),
    aModel({ id: 'maker/other', canonicalSlug: 'maker/other-20260101', name: 'Maker: Other' }),
  ]);
  const { receipt } = anAnswer('a', 'q');
  const of = (servedModel: string | null, provider: string | null) =>
    servedText({ ...receipt, requestedModel: 'maker/model', servedModel, provider }, models);
  expect(of('maker/model', 'OpenAI')).toBe('via OpenAI');
  expect(of('maker/other-20260101', 'OpenAI')).toBe('via Other (OpenAI)');
  expect(of('maker/other', null)).toBe('via Other');
  expect(of('nobody/knows', 'Azure')).toBe('via Azure');
  expect(of(null, null)).toBeNull();
});

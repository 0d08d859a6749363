// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UNCAPPED } from '@/lib/core/ledger/spend-guard';
import type { Answer } from '@/lib/core/message';
import { indexModels } from '@/lib/core/model';
import { parseUsd } from '@/lib/core/money';
import { openReceipt } from '@/lib/core/receipt';
import { aModel, anAnswer } from '@/lib/core/samples';
import { catalogueQuery } from './catalogue-query';
import { queryClient } from './query-client';
import { remember } from './session';
import { setSpendCaps, useSpendCaps } from './spend-caps';
import { guardSpend, spentNow, spentSoFar, watchSpend } from './spend-watch';

/** At two millionths of a dollar a token. */
const written = (words: number): Answer => ({ ...anAnswer('a', '', 'word '.repeat(words)), state: 'running' });
const priced = (): void =>
  void queryClient().setQueryData(catalogueQuery.queryKey, { index: indexModels([aModel()]) } as never);

describe('a run under watch', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    queryClient().clear();
    setSpendCaps({ run: null, session: null });
  });

  it('is stopped once it has passed its cap, and not looked at at every piece', () => {
    priced();
    setSpendCaps({ run: parseUsd('0.0005'), session: null });
    const watch = watchSpend('run', 'pane');
    expect(watch.look(() => written(10))).toBeNull();
    expect(watch.look(() => written(1000))).toBeNull();
    vi.advanceTimersByTime(300);
    expect(watch.look(() => written(1000))).toMatchObject({ stop: true, notice: expect.stringContaining('cap of') });
    watch.end();
  });

  it('stops a run once, and says so unless its end came first', () => {
    priced();
    setSpendCaps({ run: parseUsd('0.0005'), session: null });
    let answer = written(1000);
    const stop = vi.fn();
    const guard = guardSpend('run', 'pane', () => answer, stop);
    guard.look();
    vi.advanceTimersByTime(300);
    guard.look();
    expect(stop).toHaveBeenCalledOnce();
    expect(guard.answer().notice).toContain('cap of');
    answer = { ...answer, state: 'stopped' };
    expect(guard.answer().notice).toContain('cap of');
    answer = { ...answer, state: 'done' };
    expect(guard.answer()).not.toHaveProperty('notice');
    guard.end();
  });

  it('counts for the session while it runs, beside the others', () => {
    priced();
    setSpendCaps({ run: null, session: parseUsd('0.003') });
    const [one, other] = [watchSpend('one', 'pane'), watchSpend('other', 'pane')];
    expect(one.look(() => written(1000))).toBeNull();
    expect(other.look(() => written(1000))).toMatchObject({ stop: true });
    one.end();
    other.end();
    expect(spentSoFar()).toBe(0n);
  });

  it('goes on counting what ended without a bill, and what was asked for in vain, as far as it had come', () => {
    priced();
    const stopped: Answer = { ...written(1000), state: 'stopped' };
    const free = { ...stopped, receipt: { ...stopped.receipt, usage: { cost: 0 } } };
    for (const receipt of [
      // Without a generation nobody can ever tell.
      openReceipt('maker/model', 0),
      { ...openReceipt('maker/model', 0), generationId: 'gen-1', settled: null },
    ]) {
      remember('pane', { ...stopped, receipt });
      expect(spentSoFar()).toBeGreaterThan(0n);
      remember('pane', free);
      expect(spentSoFar()).toBe(0n);
    }
  });

  it('has no word on a router before it is known which model serves', () => {
    setSpendCaps({ run: parseUsd('0.0005'), session: null });
    const answer = written(1000);
    const unserved = { ...answer, receipt: { ...answer.receipt, servedModel: null } };
    expect(watchSpend('run', 'pane').look(() => unserved)).toBeNull();
  });

  it('costs nothing to watch while there is no cap', () => {
    priced();
    const answer = vi.fn(() => written(1000));
    const watch = watchSpend('free', 'pane');
    expect(watch.look(answer)).toBeNull();
    expect(answer).not.toHaveBeenCalled();
    // One that is set meanwhile counts from the beginning.
    setSpendCaps({ run: parseUsd('0.0005'), session: null });
    expect(watch.look(answer)).toMatchObject({ stop: true });
    watch.end();
  });

  it('is in what the session has spent without a cap as well, and when a reload ends it', () => {
    priced();
    const before = spentNow();
    const watch = watchSpend('uncapped', 'pane');
    watch.look(() => written(1000));
    expect(spentNow()).toBeGreaterThan(before);
    sessionStorage.clear();
    dispatchEvent(new Event('pagehide'));
    expect(parseUsd(Object.values({ ...sessionStorage })[0])).toBe(spentSoFar());
    watch.end();
    expect(spentNow()).toBe(before);
  });

  it('goes on without a price, and says that no cap can be kept', () => {
    setSpendCaps({ run: parseUsd('0.0005'), session: null });
    const answer = written(1000);
    const served = { ...answer, receipt: { ...answer.receipt, servedModel: 'maker/unpriced' } };
    expect(watchSpend('run', 'pane').look(() => served)).toEqual({ notice: UNCAPPED, stop: false });
    setSpendCaps({ run: null, session: null });
    expect(watchSpend('run', 'pane').look(() => written(1000))).toBeNull();
  });
});

it('takes caps over from another tab, and nothing that is none', () => {
  const tell = (text: string): void => {
    localStorage.setItem('openrouter-playground.spend-caps', text);
    dispatchEvent(new StorageEvent('storage', { key: 'openrouter-playground.spend-caps' }));
  };
  tell('{"run":"0.5","session":null}');
  expect(useSpendCaps.getState()).toMatchObject({ run: parseUsd('0.5'), session: null });
  for (const text of ['{"run":"-1","session":7}', 'null', '[', '{"run":{}}']) {
    tell(text);
    expect(useSpendCaps.getState()).toMatchObject({ run: null, session: null });
  }
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { append, EMPTY_CONVERSATION, replace } from '@/lib/core/conversation';
import { failure } from '@/lib/core/failure';
import type { Generation } from '@/lib/core/generation';
import type { Answer } from '@/lib/core/message';
import { costOf, tokensOf } from '@/lib/core/receipt';
import { anAnswer, aPane, aQuestion, aWorkspace } from '@/lib/core/samples';
import { heard, lookUp, settle, settleRun } from './reconcile';
import { remember, remembered } from './session';
import { conversationOf, setConversation } from './transcripts';
import { useWorkspaceStore } from './workspace-store';

const PANE = 'pane';
const BOOKED = {
  id: 'gen-1',
  totalCost: '0.0000147',
  nativeTokens: { in: 10, out: 22, cached: 0, reasoning: 0, images: null },
};

let count = 0;
/** Nothing is asked twice in one page, so each answer has an id of its own. */
function stopped(fields: Partial<Answer['receipt']> = {}): Answer {
  count += 1;
  const answer = anAnswer(`answer-${count}`, 'q');
  const receipt = { ...answer.receipt, generationId: `gen-${count}`, ...fields };
  const whole: Answer = { ...answer, state: 'stopped', receipt };
  setConversation(PANE, append(append(EMPTY_CONVERSATION, aQuestion('q', null)), whole));
  return whole;
}

const shown = ({ id }: Answer): Answer => conversationOf(PANE).messages[id] as Answer;

/** @param answers what `/api/generation` says, one after the other; the last for ever */
function books(...answers: (() => Response)[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(url);
    return Promise.resolve(answer?.());
  });
  return asked;
}

const notYet = (): Response => Response.json({ generation: null });
const booked = (): Response => Response.json({ generation: BOOKED });

/** Until all waiting is over. */
async function settled(answer: Answer): Promise<void> {
  const done = settle(PANE, answer);
  await vi.runAllTimersAsync();
  await done;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an answer that ended without its cost', () => {
  it('gets what was booked, after some answers of 404', async () => {
    const asked = books(notYet, notYet, notYet, booked);
    const answer = stopped();
    await settled(answer);
    expect(asked).toHaveLength(4);
    expect(asked[0]).toBe(`/api/generation?id=${answer.receipt.generationId}`);
    expect(costOf(shown(answer).receipt)).toMatchObject({ source: 'billed', usd: 147n * 10n ** 23n });
    expect(shown(answer).receipt.settled?.tokens).toEqual({ in: 10, out: 22, cached: 0, reasoning: 0 });
  });

  it('waits longer each time', async () => {
    const asked = books(notYet);
    const times: number[] = [];
    const answer = stopped();
    const start = Date.now();
    const done = settle(PANE, answer);
    while (asked.length < 4) {
      const before = asked.length;
      await vi.advanceTimersByTimeAsync(100);
      if (asked.length > before) times.push(Date.now() - start);
    }
    const waits = times.map((time, at) => time - (times[at - 1] ?? 0));
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(waits.at(-1)).toBeGreaterThan((waits[0] ?? 0) * 3);
    await vi.runAllTimersAsync();
    await done;
  });

  it('stays partial while it is 404, and is asked for for the better part of an hour, growing less often', async () => {
    const asked = books(notYet);
    const answer = stopped();
    const done = settle(PANE, answer);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown(answer).receipt.settled).toBeNull();
    const soon = asked.length;
    await vi.advanceTimersByTimeAsync(1_740_000);
    expect(asked.length).toBeGreaterThan(soon + 3);
    expect(asked.length).toBeLessThan(20);
    await vi.runAllTimersAsync();
    await done;
    const patience = asked.length;
    // An answer of an earlier visit gets less.
    await settled(stopped({ settled: null }));
    expect(asked.length - patience).toBeGreaterThan(1);
    expect(asked.length - patience).toBeLessThan(patience / 2 + 1);
  });

  it('gets a bill that comes late, whoever hears of it first', async () => {
    const asked = books(...Array<() => Response>(9).fill(notYet), booked);
    const late = stopped();
    await settled(late);
    expect(asked).toHaveLength(10);
    expect(costOf(shown(late).receipt).source).toBe('billed');

    const again = books(notYet);
    const answer = stopped();
    const done = settle(PANE, answer);
    await vi.advanceTimersByTimeAsync(60_000);
    const before = again.length;
    heard(answer.receipt.generationId ?? '', BOOKED as Generation);
    expect(costOf(shown(answer).receipt).source).toBe('billed');
    await vi.runAllTimersAsync();
    await done;
    expect(again).toHaveLength(before);
  });

  it('is known at once when a workspace comes back as it was kept before the bill came', async () => {
    const asked = books(booked);
    const answer = stopped();
    const kept = conversationOf(PANE);
    await settled(answer);
    setConversation(PANE, kept);
    expect(shown(answer).receipt).not.toHaveProperty('settled');
    await settled(shown(answer));
    expect(costOf(shown(answer).receipt).source).toBe('billed');
    expect(asked).toHaveLength(1);
  });

  it('is that of the run to its end in a pane that was duplicated meanwhile', async () => {
    const COPY = 'copy-of-a-run';
    useWorkspaceStore.setState({ workspace: aWorkspace({ panes: [aPane({ id: PANE }), aPane({ id: COPY })] }) });
    const asked = books(notYet);
    const copied = stopped();
    setConversation(COPY, conversationOf(PANE));
    const usage = { prompt_tokens: 6, completion_tokens: 500, cost: 0.0002 };
    const whole: Answer = { ...copied, state: 'done', receipt: { ...copied.receipt, usage } };
    setConversation(PANE, replace(conversationOf(PANE), whole));
    settleRun(PANE, whole);
    const copy = conversationOf(COPY).messages[copied.id] as Answer;
    expect(costOf(copy.receipt)).toEqual(costOf(whole.receipt));
    expect(tokensOf(copy.receipt).out).toBe(500);
    expect(shown(whole).receipt).not.toHaveProperty('settled');
    expect(asked).toEqual([]);
  });

  it('is looked up once where nobody sees it, one after the other', async () => {
    let [open, most] = [0, 0];
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url);
      most = Math.max(most, (open += 1));
      await Promise.resolve();
      open -= 1;
      return url.endsWith(last.receipt.generationId ?? '') ? booked() : notYet();
    });
    const versions = [stopped(), stopped()];
    const last = stopped();
    lookUp(PANE, [...versions, last]);
    lookUp(PANE, [...versions, last]);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(3);
    expect(most).toBe(1);
    // What was not booked is tried again later.
    vi.advanceTimersByTime(60_000);
    lookUp(PANE, versions);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(5);
    expect(costOf(shown(last).receipt).source).toBe('billed');
  });

  it('is not asked for where nothing was made', async () => {
    const asked = books(booked);
    const early = stopped();
    await settled({ ...early, state: 'failed', failure: failure('before', 'No.', { status: 429 }) });
    expect(asked).toHaveLength(0);
  });

  it('holds what a provider bills to an account of its own', async () => {
    books(() => Response.json({ generation: { ...BOOKED, byok: true, upstreamCost: '0.0002' } }));
    const answer = stopped();
    await settled(answer);
    expect(costOf(shown(answer).receipt)).toEqual({ source: 'billed', usd: 2147n * 10n ** 23n });
  });

  it('goes over a trouble of the server; one that lasts leaves it open, without noise', async () => {
    const trouble = (): Response => Response.json({ failure: { message: 'No.' } }, { status: 502 });
    books(trouble, booked);
    const first = stopped();
    await settled(first);
    expect(costOf(shown(first).receipt).source).toBe('billed');

    const asked = books(trouble);
    const answer = stopped();
    await settled(answer);
    expect(asked.length).toBeGreaterThan(2);
    expect(shown(answer).receipt).not.toHaveProperty('settled');
    books(booked);
    await settled(answer);
    expect(costOf(shown(answer).receipt).source).toBe('billed');
  });

  it('is settled in a pane that was duplicated too, and never while it grows in another', async () => {
    const COPY = 'copy';
    useWorkspaceStore.setState({ workspace: aWorkspace({ panes: [aPane({ id: PANE }), aPane({ id: COPY })] }) });
    const asked = books(booked);
    const answer = stopped();
    setConversation(COPY, conversationOf(PANE));
    setConversation(PANE, replace(conversationOf(PANE), { ...answer, state: 'running' }));
    await settle(COPY, answer);
    expect(asked).toHaveLength(0);
    setConversation(PANE, replace(conversationOf(PANE), answer));
    await settled(answer);
    for (const pane of [PANE, COPY]) {
      expect(costOf((conversationOf(pane).messages[answer.id] as Answer).receipt).source).toBe('billed');
    }
  });

  it('is settled for the session too, deleted or not', async () => {
    books(booked);
    const answer = stopped();
    remember(PANE, answer);
    setConversation(PANE, EMPTY_CONVERSATION);
    await settled(answer);
    expect(shown(answer)).toBeUndefined();
    expect(remembered(answer.id)?.answer.receipt.settled?.cost).toBe('0.0000147');
  });
});

describe('nobody is asked', () => {
  it.each([
    ['for an answer with a bill', { usage: { cost: 0.1 } }],
    ['for an answer without a name', { generationId: null }],
    ['for an answer that was settled', { settled: { cost: '0', tokens: { in: 1, out: 1, cached: 0, reasoning: 0 } } }],
  ])('%s', async (_, fields) => {
    const asked = books(booked);
    await settled(stopped(fields));
    expect(asked).toEqual([]);
  });

  it('for an answer that still runs', async () => {
    const asked = books(booked);
    await settled({ ...stopped(), state: 'running' });
    expect(asked).toEqual([]);
  });
});

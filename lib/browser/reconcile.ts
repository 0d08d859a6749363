import 'client-only';
import { replace } from '@/lib/core/conversation';
import type { Generation } from '@/lib/core/generation';
import { unsettled } from '@/lib/core/ledger/answer-cost';
import { type Answer, isAnswer } from '@/lib/core/message';
import { usdToString } from '@/lib/core/money';
import { costOf, type Settlement, tokensOf } from '@/lib/core/receipt';
import { generationQuery, NotBooked } from './queries';
import { queryClient } from './query-client';
import { remember, remembered } from './session';
import { conversationOf, setConversation } from './transcripts';
import { currentWorkspace } from './workspace-store';

/** Whose bill is not known, by generation id. */
const waiting = new Map<string, { paneId: string; answerId: string; asking: boolean; at: number }>();

/** What was booked, by answer id: a workspace that was away comes back as it was kept, perhaps before the bill came. */
const booked = new Map<string, Settlement>();

/** Tries after which a bill is said to be late, and after which nobody waits for it any more. */
const LATE = 6;
const MOST = 16;

/** Milliseconds before each further try: a second, twice as long each time, five minutes at most. */
const pause = (tries: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, Math.min(300_000, 1000 * 2 ** (tries - 1))));

const settlementOf = ({ totalCost, upstreamCost, byok, nativeTokens }: Generation): Settlement => ({
  cost: totalCost,
  ...(byok && { upstream: upstreamCost }),
  tokens: {
    in: nativeTokens.in,
    out: nativeTokens.out,
    cached: nativeTokens.cached,
    reasoning: nativeTokens.reasoning,
  },
});

/** Where an answer is: a pane that was duplicated has it as well. */
function holdersOf(paneId: string, id: string): { pane: string; answer: Answer }[] {
  const panes = new Set([paneId, ...currentWorkspace().panes.map((pane) => pane.id)]);
  return [...panes].flatMap((pane) => {
    const message = conversationOf(pane).messages[id];
    return message && isAnswer(message) ? [{ pane, answer: message }] : [];
  });
}

/** Puts what was booked into the receipt of an answer, wherever that answer still is. */
function put(paneId: string, id: string, settled: Settlement | null): void {
  const change = (answer: Answer): Answer => ({ ...answer, receipt: { ...answer.receipt, settled } });
  // One that was told its cost itself needs none.
  const wants = ({ receipt }: Answer): boolean => costOf(receipt).usd === null;
  for (const { pane, answer } of holdersOf(paneId, id)) {
    if (wants(answer)) setConversation(pane, replace(conversationOf(pane), change(answer)));
  }
  const kept = remembered(id);
  if (kept && wants(kept.answer)) remember(paneId, change(kept.answer));
}

/** Takes in what was booked of a generation, whoever asked for it. */
export function heard(generationId: string, generation: Generation): void {
  const one = waiting.get(generationId);
  if (!one) return;
  waiting.delete(generationId);
  const settlement = settlementOf(generation);
  booked.set(one.answerId, settlement);
  put(one.paneId, one.answerId, settlement);
}

const askFor = (generationId: string): Promise<Generation> =>
  queryClient().fetchQuery({ ...generationQuery(generationId), retry: false });

/**
 * Asks OpenRouter what an answer cost that ended without telling: after Stop, a cut or a failure (§4.8). It is booked
 * some seconds later, so it is asked for with a growing delay, for the better part of an hour; what came so far goes on
 * counting meanwhile. What was asked for in vain in an earlier visit gets less patience. Never rejects.
 */
export async function settle(paneId: string, answer: Answer): Promise<void> {
  const { generationId, settled } = answer.receipt;
  if (!unsettled(answer) || generationId === null || waiting.get(generationId)?.asking) return;
  // A copy of an answer that still grows elsewhere: nothing is booked yet.
  if (holdersOf(paneId, answer.id).some((held) => held.answer.state === 'running')) return;
  const known = booked.get(answer.id);
  if (known) return settled === known ? undefined : put(paneId, answer.id, known);
  const one = { paneId, answerId: answer.id, asking: true, at: Date.now() };
  waiting.set(generationId, one);
  let late = settled === null;
  for (let tries = late ? MOST - LATE : 1; tries <= MOST; tries += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      return heard(generationId, await askFor(generationId));
    } catch (error) {
      // Any other trouble says nothing of the books.
      if (tries >= LATE && !late && error instanceof NotBooked) {
        late = true;
        put(paneId, answer.id, null);
      }
    }
    // oxlint-disable-next-line no-await-in-loop
    if (tries < MOST) await pause(tries);
    if (!waiting.has(generationId)) return;
  }
  // It is asked for again when the answer is shown another time.
  one.asking = false;
}

/** Looks after the bill of an answer whose run has ended here. A copy that a pane was duplicated with has the same one. */
export function settleRun(paneId: string, answer: Answer): void {
  const { usd } = costOf(answer.receipt);
  if (usd === null) return void settle(paneId, answer);
  const settlement = { cost: usdToString(usd), tokens: tokensOf(answer.receipt) };
  booked.set(answer.id, settlement);
  put(paneId, answer.id, settlement);
}

/** Milliseconds after which a look-up in vain is tried again. */
const AGAIN_MS = 30_000;

let lookedUp: Promise<unknown> = Promise.resolve();

/**
 * Asks, one after the other, for bills that nobody waits for: of versions of an earlier visit that are not shown. Not
 * again for a while where it was in vain.
 */
export function lookUp(paneId: string, answers: readonly Answer[]): void {
  for (const answer of answers) {
    const { generationId } = answer.receipt;
    if (!unsettled(answer) || generationId === null) continue;
    const known = waiting.get(generationId);
    if (known && (known.asking || Date.now() - known.at < AGAIN_MS)) continue;
    if (holdersOf(paneId, answer.id).some((held) => held.answer.state === 'running')) continue;
    waiting.set(generationId, { paneId, answerId: answer.id, asking: false, at: Date.now() });
    lookedUp = lookedUp
      .then(() => askFor(generationId))
      .then((generation) => heard(generationId, generation))
      .catch(() => {});
  }
}

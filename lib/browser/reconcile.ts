import 'client-only';
import { replace } from '@/lib/core/conversation';
import type { Generation } from '@/lib/core/generation';
import { unsettled } from '@/lib/core/ledger/answer-cost';
import { type Answer, isAnswer } from '@/lib/core/message';
import type { Settlement } from '@/lib/core/receipt';
import { generationQuery, NotBooked } from './queries';
import { queryClient } from './query-client';
import { remember, remembered } from './session';
import { conversationOf, setConversation } from './transcripts';
import { currentWorkspace } from './workspace-store';

const asked = new Set<string>();

const settlementOf = ({ totalCost, nativeTokens }: Generation): Settlement => ({
  cost: totalCost,
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
  for (const { pane, answer } of holdersOf(paneId, id)) {
    setConversation(pane, replace(conversationOf(pane), change(answer)));
  }
  const kept = remembered(id);
  if (kept) remember(paneId, change(kept.answer));
}

/**
 * Asks OpenRouter what an answer cost that ended without telling: after Stop, a cut or a failure (§4.8). It is booked
 * some seconds later, so it is asked for with a growing delay; what never comes leaves the cost unknown. Once for an
 * answer and a page; what was asked for in vain before, one time more. Never rejects.
 */
export async function settle(paneId: string, answer: Answer): Promise<void> {
  const { generationId, settled } = answer.receipt;
  if (!unsettled(answer) || generationId === null || asked.has(answer.id)) return;
  // A copy of an answer that still grows elsewhere: nothing is booked yet.
  if (holdersOf(paneId, answer.id).some((held) => held.answer.state === 'running')) return;
  asked.add(answer.id);
  const query = generationQuery(generationId);
  try {
    const found = await queryClient().fetchQuery(settled === null ? { ...query, retry: false } : query);
    put(paneId, answer.id, settlementOf(found));
  } catch (error) {
    if (error instanceof NotBooked) put(paneId, answer.id, null);
    // Any other trouble says nothing of the books: it is asked again when the answer is shown another time.
    else asked.delete(answer.id);
  }
}

import 'client-only';
import { hasCap, UNCAPPED, whyCapped, whyStopped } from '@/lib/core/ledger/spend-guard';
import type { Answer, Message, Sent } from '@/lib/core/message';
import { addUsd, parseUsd, type Usd, usdToString, ZERO_USD } from '@/lib/core/money';
import { answerCost } from './answer-cost';
import { estimateRequest } from './estimate';
import { knownModels } from './query-client';
import { type SessionEntry, sessionAnswers } from './session';
import { useSpendCaps } from './spend-caps';
import { currentWorkspace } from './workspace-store';

/** Milliseconds between two looks: the whole text is counted each time. */
const LOOK_MS = 250;

/** What runs have cost so far that are under way; by run id. */
const underWay = new Map<string, Usd>();

/** Read what those runs have brought so far. */
const readers = new Map<string, { paneId: string; read: () => Answer }>();

const sum = (amounts: Iterable<Usd | null>): Usd =>
  addUsd(ZERO_USD, ...[...amounts].filter((usd): usd is Usd => usd !== null));

const SPENT = 'openrouter-playground.spent';

const before = readSpent();

/** What this tab had spent before the page was loaded anew. */
export const spentBefore = (): Usd => before;

function readSpent(): Usd {
  try {
    return parseUsd(sessionStorage.getItem(SPENT)) ?? ZERO_USD;
  } catch {
    return ZERO_USD;
  }
}

function keepSpent(): void {
  try {
    sessionStorage.setItem(SPENT, usdToString(spentSoFar()));
  } catch {
    // Then a reload begins a new session.
  }
}

const costOf = (paneId: string, answer: Answer): Usd | null => answerCost(paneId, answer, knownModels()).amount.usd;

// Runs that a reload ends, and bills that came late, are in it too.
addEventListener('pagehide', () => {
  countRuns();
  keepSpent();
});

/** What was spent in this tab, as far as it is known. */
export const spentSoFar = (): Usd =>
  addUsd(sum(sessionAnswers().map(({ paneId, answer }) => costOf(paneId, answer))), sum(underWay.values()), before);

/** Counts the whole text of every run: not while they grow. */
function countRuns(): void {
  for (const [id, { paneId, read }] of readers) underWay.set(id, costOf(paneId, read()) ?? ZERO_USD);
}

/** The answers of runs and trials that are under way. */
export const runsUnderWay = (): SessionEntry[] =>
  [...readers.values()].map(({ paneId, read }) => ({ paneId, answer: read() }));

/** The same with every run counted at this moment, watched for a cap or not. */
export function spentNow(): Usd {
  countRuns();
  return spentSoFar();
}

/** What a run asks for, before it is sent. */
interface Asked {
  paneId: string;
  path: readonly Message[];
  sent: Sent;
}

/** Why runs must not be sent, by pane; empty where they may. Together they must fit into what the session has left. */
export function cappedRuns(runs: readonly Asked[]): Map<string, string> {
  const caps = useSpendCaps.getState();
  const capped = new Map<string, string>();
  if (!hasCap(caps)) return capped;
  const workspace = currentWorkspace();
  let spent = spentSoFar();
  for (const { paneId, path, sent } of runs) {
    const pane = workspace.panes.find(({ id }) => id === paneId);
    const estimate = pane ? estimateRequest(pane, path, sent, knownModels()).estimate : null;
    const why = whyCapped(caps, spent, estimate);
    if (why) capped.set(paneId, why);
    else spent = addUsd(spent, estimate?.low ?? ZERO_USD);
  }
  return capped;
}

/** Watches what one run costs while it grows. */
export interface SpendWatch {
  /** Looks at the answer so far, now and then. @returns what is to be said of it; `stop` when a cap was passed */
  look: (answer: () => Answer) => { notice: string; stop: boolean } | null;
  /** The run has ended; its answer counts from now on, among those of the session. */
  end: () => void;
}

export function watchSpend(runId: string, paneId: string): SpendWatch {
  let next = 0;
  return {
    look(answer) {
      if (!readers.has(runId)) readers.set(runId, { paneId, read: answer });
      const caps = useSpendCaps.getState();
      const now = Date.now();
      // Without a cap nothing is counted; one that is set meanwhile counts the run from its beginning.
      if (!hasCap(caps) || now < next) return null;
      next = now + LOOK_MS;
      const sofar = answer();
      const { usd } = answerCost(paneId, sofar, knownModels()).amount;
      if (usd !== null) underWay.set(runId, usd);
      // A router has no price of its own: it is known once the answer tells which model serves.
      if (usd === null) return sofar.receipt.servedModel === null ? null : { notice: UNCAPPED, stop: false };
      const why = whyStopped(caps, usd, spentSoFar());
      return why === null ? null : { notice: why, stop: true };
    },
    end() {
      underWay.delete(runId);
      readers.delete(runId);
      // Once it is remembered as well.
      queueMicrotask(keepSpent);
    },
  };
}

/** A growing answer under watch, with what is said of its cost. */
export interface SpendGuard extends Pick<SpendWatch, 'end'> {
  /** Stops the run where it has passed a cap; what arrived stays. */
  look: () => void;
  /** The answer so far, with a notice where there is one. */
  answer: () => Answer;
}

/** @param read the answer so far @param stop ends the run; called once at most */
export function guardSpend(runId: string, paneId: string, read: () => Answer, stop: () => void): SpendGuard {
  const { look, end } = watchSpend(runId, paneId);
  let found: ReturnType<SpendWatch['look']> = null;
  return {
    look() {
      if (found?.stop) return;
      found = look(read) ?? found;
      if (found?.stop) stop();
    },
    answer() {
      const answer = read();
      // It may have come to its end before the stop has.
      const late = found?.stop && answer.state !== 'running' && answer.state !== 'stopped';
      return found && !late ? { ...answer, notice: found.notice } : answer;
    },
    end,
  };
}

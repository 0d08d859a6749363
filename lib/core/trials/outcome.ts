import { type Failure, SPEND_CAP } from '@/lib/core/failure';
import type { Json } from '@/lib/core/json';
import { sumOf, type Total } from '@/lib/core/ledger/amounts';
import { type Answer, textOf } from '@/lib/core/message';
import type { Usd } from '@/lib/core/money';
import { type Amount, tokensOf } from '@/lib/core/receipt';
import { type Agreement, agreementOf } from './likeness';
import { exactSpreadOf, type Spread, spreadOf } from './spread';

/** One request of a plan, and what became of it. */
export interface Trial {
  /** The id of its run. */
  id: string;
  /** Undefined where nothing is varied. */
  value: Json | undefined;
  /** Null until the server has accepted it. */
  answer: Answer | null;
  /** Why it was not accepted; it has cost nothing. */
  refusal: Failure | null;
  /** It was never sent, or was stopped before it was accepted. */
  unsent: boolean;
}

/** What some trials have in common, and how far they lie apart. */
export interface TrialSummary {
  trials: number;
  done: number;
  failed: number;
  stopped: number;
  /** Kept back by a cap of the visitor's own, or not come to after that. */
  notSent: number;
  /** Not ended yet, and not left out. */
  waiting: number;
  /** Of every answer that began: what failed or was stopped is paid as well. */
  cost: Total;
  /** Of the answers that are done and told it: dollars, tokens, milliseconds. */
  costs: Spread<Usd> | null;
  output: Spread<number> | null;
  first: Spread<number> | null;
  total: Spread<number> | null;
  /** Of what the answers say that are done. */
  agreement: Agreement;
}

const known = <Value>(values: readonly (Value | null)[]): Value[] => values.filter((value) => value !== null);

/** What an answer says: its text, the tools that it calls and its images; where there is none, what it thought. */
function saidIn(answer: Answer): string {
  const beside = answer.parts.flatMap((part) => {
    if (part.type === 'tool-call') return [`${part.name}(${part.arguments})`];
    return part.type === 'image' ? [part.url] : [];
  });
  const said = [textOf(answer), ...beside].filter((text) => text !== '').join('\n');
  return said || answer.parts.map((part) => (part.type === 'reasoning' ? part.text : '')).join('');
}

/** Whether a cap of the visitor's own kept it from being sent. */
export const isCapped = ({ refusal }: Trial): boolean => refusal?.code === SPEND_CAP;

/** Sums trials up. @param costOf what an answer costs by the best that is known now */
export function summaryOf(trials: readonly Trial[], costOf: (answer: Answer) => Amount): TrialSummary {
  const answers = known(trials.map(({ answer }) => answer));
  const done = answers.filter(({ state }) => state === 'done');
  const amounts = new Map(answers.map((answer) => [answer, costOf(answer)]));
  const count = (state: Answer['state']): number => answers.filter((answer) => answer.state === state).length;
  const capped = trials.some(isCapped);
  const refused = trials.filter((trial) => trial.refusal !== null && !isCapped(trial)).length;
  const unsent = trials.filter(({ unsent }) => unsent).length;
  const failed = count('failed') + refused;
  // What comes after a cap was not stopped by anybody.
  const notSent = trials.filter(isCapped).length + (capped ? unsent : 0);
  const stopped = count('stopped') + (capped ? 0 : unsent);
  return {
    trials: trials.length,
    done: done.length,
    failed,
    stopped,
    notSent,
    waiting: trials.length - done.length - failed - stopped - notSent,
    cost: sumOf([...amounts.values()]),
    costs: exactSpreadOf(known(done.map((answer) => amounts.get(answer)?.usd ?? null))),
    output: spreadOf(known(done.map(({ receipt }) => tokensOf(receipt).out))),
    first: spreadOf(known(done.map(({ receipt }) => receipt.timings.firstContentMs))),
    total: spreadOf(known(done.map(({ receipt }) => receipt.timings.totalMs))),
    agreement: agreementOf(done.map(saidIn)),
  };
}

/** Trials by their value, in the order of the values. */
export function groupsOf(trials: readonly Trial[]): { value: Json | undefined; trials: Trial[] }[] {
  const groups = new Map<Json | undefined, Trial[]>();
  for (const trial of trials) groups.set(trial.value, [...(groups.get(trial.value) ?? []), trial]);
  return [...groups].map(([value, trials]) => ({ value, trials }));
}

/** A letter for each text that several trials may share: `A` for the first that came, by id; only answers that are done. */
export function textNames(trials: readonly Trial[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const names = new Map<string, number>();
  for (const { id, answer } of trials) {
    if (answer?.state !== 'done') continue;
    const text = saidIn(answer);
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    names.set(id, place);
  }
  return names;
}

import { type Failure, SPEND_CAP } from '@/lib/core/failure';
import { type Ailment, BY_AVAILABILITY, BY_LIMIT, BY_MESSAGE, BY_STATUS, BY_TYPE, type Retrying } from './ailments';
import { lessReasoning, lessText, type Remedy, type Situation } from './remedy';

export interface Diagnosis {
  /** One sentence of ours. */
  sentence: string;
  /** The words of the provider or the service, where they say more. */
  said: string | null;
  /** Why a text was flagged (§5.5). */
  reasons: string[];
  /** Short cause code for reports: `429 rate_limit_exceeded`. */
  cause: string;
  retrying: Retrying;
  /** At least one; the first is the button. */
  remedies: Remedy[];
}

/** Waits longer than this, in seconds, are told and not counted down. */
const PATIENCE = 180;

const RETRY: Remedy[] = [{ kind: 'retry', afterSeconds: null }];
const BROKE_OFF: Ailment = { sentence: 'The provider reported an error.', retrying: 'now', remedies: () => RETRY };
/** A request that was answered for a while had been accepted, whatever status its end bears. */
const BEGUN: ReadonlySet<Ailment | undefined> = new Set([BY_STATUS[400], BY_STATUS[422], BY_TYPE['invalid_request']]);

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
const own = <T>(table: Record<string, T>, key: string | number | null | undefined): T | undefined =>
  key !== null && key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;

const codeOf = ({ availability }: Failure): string | null => text(availability?.['code']);

const causeOf = (failed: Failure): string => {
  const word = codeOf(failed) ?? text(failed.errorType) ?? text(failed.code);
  if (failed.status === null) return word ?? failed.stage;
  return word === null || word === String(failed.status) ? String(failed.status) : `${failed.status} ${word}`;
};

/** The most telling fact decides: availability, then the limit, then known words, then the kind, then the status. */
function ailmentOf(failed: Failure): Ailment {
  const said = `${failed.message} ${failed.providerMessage ?? ''}`;
  const found =
    own(BY_AVAILABILITY, codeOf(failed)) ??
    own(BY_LIMIT, text(failed.metadata?.['limit_source'])) ??
    BY_MESSAGE.find(([says]) => failed.status !== null && failed.status < 500 && says.test(said))?.[1] ??
    own(BY_TYPE, failed.errorType) ??
    own(BY_STATUS, failed.status);
  return found === undefined || (failed.stage === 'stream' && BEGUN.has(found)) ? BROKE_OFF : found;
}

const reasonsOf = ({ metadata }: Failure): string[] => {
  const named = (key: string, label: string): string[] => {
    const value = metadata?.[key];
    const words = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    return words.length > 0 ? [`${label}: ${words.join(', ')}`] : [];
  };
  const flagged = text(metadata?.['flagged_input']);
  return [
    ...named('reasons', 'Flagged for'),
    ...named('patterns', 'Matches'),
    ...(flagged ? [`The text: “${flagged}”`] : []),
  ];
};

const ended = (words: string): string => (/[.!?…)]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

/** The words of the provider or the service beside ours; a provider's are given as such, for they may be a bare “internal”. */
function saidBy({ providerMessage, providerName, message }: Failure, sentence: string): string | null {
  const words = text(providerMessage) ?? text(message);
  if (words === null || ended(words) === sentence) return null;
  return text(providerMessage) === null ? ended(words) : `${providerName ?? 'The provider'} says: ${ended(words)}`;
}

/** Seconds until a request is welcome again: as told, else until the limit is reset. */
function waitOf({ retryAfter, rateLimitReset }: Failure, failedAt: number): number | null {
  if (retryAfter !== null) return retryAfter;
  return rateLimitReset === null ? null : Math.max(0, Math.ceil((rateLimitReset - failedAt) / 1000));
}

/** What happened at our own end, or to the connection: there is no error of the service to read. */
function ownAilment(failed: Failure, situation: Situation): Ailment | null {
  const now = (sentence: string, remedies: Remedy[] = RETRY): Ailment => ({
    sentence,
    retrying: 'now',
    remedies: () => remedies,
  });
  const never = (sentence: string, remedies: Remedy[]): Ailment => ({
    sentence,
    retrying: 'never',
    remedies: () => remedies,
  });
  switch (failed.stage) {
    case 'cut':
      return now('The connection broke before the answer was complete.');
    case 'unreachable':
      return now(ended(failed.message || 'The server could not be reached'));
    case 'empty':
      return failed.code === 'length'
        ? never(
            ended(failed.message),
            situation.sent.includes('max_tokens')
              ? [{ kind: 'drop-parameters', names: ['max_tokens'] }, ...lessReasoning(situation)]
              : [...lessReasoning(situation), { kind: 'choose-model' }],
          )
        : now(ended(failed.message || 'The model sent an empty answer'));
    case 'refused':
      if (failed.code === SPEND_CAP) return never(failed.message, [{ kind: 'raise-cap' }, { kind: 'edit' }]);
      // A host or a proxy that stands before us may answer so, and another time not.
      if ((failed.status ?? 0) >= 500) return now(ended(failed.message));
      for (const key of situation.extra) {
        if (new RegExp(`\\bbody\\.${key.replaceAll(/\W/g, '')}\\b`).test(failed.message))
          return never(`The extra JSON holds a “${key}” that cannot be sent.`, [{ kind: 'drop-extra', keys: [key] }]);
      }
      return never(
        ended(failed.message || 'The request was refused'),
        failed.status === 413 ? lessText(situation) : [{ kind: 'edit' }],
      );
    case 'stream':
      return failed.code === 'malformed_chunk' ? now(ended(failed.message)) : null;
    case 'before':
      return null;
  }
}

/**
 * What went wrong, in a sentence; whether trying again can help; and what mends it (§4.9, §5). Whatever comes, there is
 * a sentence and at least one remedy.
 * @param failedAt Unix milliseconds at which it failed
 */
export function diagnose(failed: Failure, situation: Situation, failedAt: number): Diagnosis {
  const mine = ownAilment(failed, situation);
  const ailment = mine ?? ailmentOf(failed);
  const wait = waitOf(failed, failedAt);
  const base = typeof ailment.sentence === 'string' ? ailment.sentence : ailment.sentence(failed);
  const found = [...ailment.remedies({ ...failed, retryAfter: wait }, situation)];
  const told = failed.availability?.['retryable'];
  const retrying = told === false ? 'never' : ailment.retrying;
  // What broke off in the middle had begun well, and may end well another time.
  if (failed.stage === 'stream' && !found.some(({ kind }) => kind === 'retry')) found.push(...RETRY);
  // A wait of hours is no remedy: whatever else there is goes first.
  const long = wait !== null && wait > PATIENCE;
  const remedies = long ? found.toSorted((a, b) => Number(a.kind === 'retry') - Number(b.kind === 'retry')) : found;
  return {
    sentence: failed.stage === 'stream' && !mine ? `The answer broke off. ${base}` : base,
    said: mine ? null : saidBy(failed, base),
    reasons: reasonsOf(failed),
    cause: causeOf(failed),
    retrying,
    remedies: remedies.length > 0 ? remedies : RETRY,
  };
}

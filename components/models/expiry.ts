import type { Model } from '@/lib/core/model';
import { dateWords, detailWords } from './words';

const DAY = 86_400_000;
/** Catalogues write 2098 for *not planned*; what is years away is nobody's worry. */
const SOON = 365 * DAY;

/** The sentence that warns of a model's end, or null. @param now Unix milliseconds */
export function expiryWarning({ expirationDate }: Model, now: number): string | null {
  if (expirationDate === null) return null;
  const time = Date.parse(expirationDate);
  if (Number.isNaN(time) || time > now + SOON) return null;
  return (time < now ? detailWords.expired : detailWords.expires)(dateWords(time));
}

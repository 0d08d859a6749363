import { formatTokens } from './figures';
import type { PricingOverride } from './model';

const clock = (hhmm: number): string =>
  `${String(Math.floor(hhmm / 100)).padStart(2, '0')}:${String(hhmm % 100).padStart(2, '0')}`;

const upper = (day: string): string => day.charAt(0).toUpperCase() + day.slice(1);

/** When a tier is in force: `Above 200K prompt tokens`, `16:30 to 00:30 UTC`. */
export function conditionText({ minPromptTokens, utcStart, utcEnd, utcDays }: PricingOverride): string {
  const parts: string[] = [];
  if (minPromptTokens !== undefined) parts.push(`Above ${formatTokens(minPromptTokens)} prompt tokens`);
  if (utcStart !== undefined && utcEnd !== undefined) parts.push(`${clock(utcStart)} to ${clock(utcEnd)} UTC`);
  if (utcDays) parts.push(`${utcDays.map(upper).join(', ')} (UTC)`);
  return parts.join(', ') || 'Otherwise';
}

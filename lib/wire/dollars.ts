import { z } from 'zod';
import { parseUsd, usdToString } from '@/lib/core/money';

/**
 * An amount as the API writes it, as an exact decimal; null for what is none. A JSON number is read through its
 * shortest decimal form, which is what the sender wrote.
 */
export const dollars = z
  .union([z.number(), z.string()])
  .transform((value) => {
    const amount = parseUsd(value);
    return amount === null ? null : usdToString(amount);
  })
  .nullable()
  .catch(null);

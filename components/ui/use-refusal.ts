'use client';
import { useState } from 'react';
import { describeRange, type NumberRange } from './number-draft';

/**
 * The sentence for a number that was not taken. It outlives the text, which gives way to the value in force when the
 * field is left, and ends with the next edit or when the value changes.
 */
export function useRefusal(value: number | undefined, range: NumberRange) {
  const [refused, setRefused] = useState<{ text: string; about: number | undefined } | null>(null);
  const live = refused !== null && Object.is(refused.about, value);
  return {
    refusal: live ? `${describeRange(range)}; “${refused.text}” was not taken.` : undefined,
    onRefusal: (text: string | null) => setRefused(text === null ? null : { text, about: value }),
  };
}

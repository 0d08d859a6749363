import { exact, likely, type Segment } from '@/lib/simulator/sampler/segment';

const SUM = /(-?\d+(?:\.\d+)?)\s*([-+*/x×÷^]|times|plus|minus|divided by)\s*(-?\d+(?:\.\d+)?)/i;
const VERSUS = /(\d+(?:\.\d+)?)\s*(?:vs\.?|versus|or|and|,)\s*(\d+(?:\.\d+)?)/i;

const round = (value: number): string => String(Math.round(value * 1e9) / 1e9);

function compute(a: number, sign: string, b: number): number | null {
  if (sign === '+' || sign === 'plus') return a + b;
  if (sign === '-' || sign === 'minus') return a - b;
  if (sign === '^') return a ** b;
  if (sign === '/' || sign === '÷' || sign === 'divided by') return b === 0 ? null : a / b;
  return a * b;
}

function isPrime(n: number): { prime: boolean; factor: number } {
  for (let factor = 2; factor * factor <= n; factor += 1) if (n % factor === 0) return { prime: false, factor };
  return { prime: n > 1, factor: n };
}

const result = (lead: string, value: string, because: string): Segment[] => [
  likely(lead),
  exact(` **${value}**`),
  likely(because),
];

/** Answers that can be computed; null when the prompt is not of that kind. */
export function arithmetic(prompt: string): Segment[] | null {
  const bigger = /\b(bigger|larger|greater|smaller|vs|versus)\b/i.test(prompt) ? VERSUS.exec(prompt) : null;
  if (bigger?.[1] && bigger[2]) {
    const [a, b] = [Number(bigger[1]), Number(bigger[2])];
    const most = a >= b ? bigger[1] : bigger[2];
    const least = a >= b ? bigger[2] : bigger[1];
    return result(
      'The larger number is',
      most,
      `, because ${most} − ${least} = ${round(Math.abs(a - b))}, which is positive.`,
    );
  }
  const letter =
    /how many (?:times does )?(?:the letter )?["'“]?([a-z])["'”]?(?:'s|s)? (?:are |is |appear |occur )?(?:there )?in (?:the word )?["'“]?([a-z]+)/i.exec(
      prompt,
    );
  if (letter?.[1] && letter[2]) {
    const [, sign, word] = letter;
    const places = [...word.toLowerCase()].flatMap((each, i) => (each === sign.toLowerCase() ? [i + 1] : []));
    return result(
      `The letter "${sign}" appears in "${word}"`,
      `${places.length} times`,
      places.length > 0 ? ` (at ${places.join(', ')}).` : '.',
    );
  }
  const prime = /is (\d{1,9}) (?:a )?prime/i.exec(prompt)?.[1];
  if (prime) {
    const { prime: yes, factor } = isPrime(Number(prime));
    return result(
      `${prime} is`,
      yes ? 'prime' : 'not prime',
      yes ? '.' : `: ${prime} = ${factor} × ${Number(prime) / factor}.`,
    );
  }
  const square = /(\d+) squared/i.exec(prompt)?.[1];
  if (square) return result(`${square} squared is`, round(Number(square) ** 2), '.');
  const sum = prompt.length < 120 ? SUM.exec(prompt) : null;
  if (!sum?.[1] || !sum[2] || !sum[3]) return null;
  const value = compute(Number(sum[1]), sum[2].toLowerCase(), Number(sum[3]));
  return value === null
    ? [likely('Division by zero is not defined.')]
    : result(`${sum[0].trim()} =`, round(value), '.');
}

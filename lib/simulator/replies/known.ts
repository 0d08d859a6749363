import { CAPITALS, PHRASES } from '@/lib/simulator/corpus/known';
import { exact, likely, type Segment } from '@/lib/simulator/sampler/segment';

const TRANSLATE =
  /\btranslat\w*\b|\bhow (?:do|would) (?:you|i) say\b|\bsay\b.*\bin (?:french|german|spanish|italian|japanese|chinese)\b/i;
const INTO = /\b(?:in|to|into) (french|german|spanish|italian|japanese|chinese)\b/i;
const CAPITAL = /\bcapital (?:city )?of (?:the )?([a-z]+)/i;

const title = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function translation(prompt: string): Segment[] | null {
  if (!TRANSLATE.test(prompt)) return null;
  const language = INTO.exec(prompt)?.[1]?.toLowerCase() ?? '';
  const phrases = PHRASES[language];
  const said = prompt.toLowerCase();
  // The longest one that the prompt holds: `hello world` before `hello`.
  const phrase = Object.keys(phrases ?? {})
    .filter((each) => said.includes(each) && each.length * 3 >= said.length / 3)
    .toSorted((a, b) => b.length - a.length)[0];
  const words = phrase && phrases?.[phrase];
  if (words) return [likely(`"${title(phrase)}" in ${title(language)} is`), exact(` **${words}**`), likely('.')];
  return [
    likely(
      'I know only a few phrases by heart, such as "good morning" in French, German, Spanish, Italian, Japanese and Chinese.',
    ),
    exact('\n\n'),
    likely('A real model can translate the rest: add a key of your own and send the same prompt again.'),
  ];
}

function capital(prompt: string): Segment[] | null {
  const country = CAPITAL.exec(prompt)?.[1] ?? '';
  const city = CAPITALS[country.toLowerCase()];
  return city ? [likely(`The capital of ${title(country)} is`), exact(` **${city}**`), likely('.')] : null;
}

/** Answers that are known by heart; null when the prompt asks for nothing of the kind. */
export const known = (prompt: string): Segment[] | null => translation(prompt) ?? capital(prompt);

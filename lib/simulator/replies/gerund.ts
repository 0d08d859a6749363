/** One vowel between two consonants, the last of which is doubled: `plan`, `run`, `get`. */
const SHORT = /^[^aeiou]*[aeiou][bdglmnprt]$/;

/** The `-ing` form of an English verb, by the rules that hold for most: cooking, making, planning, tying. */
export function gerund(verb: string): string {
  if (verb.endsWith('ing') && verb.length > 5) return verb;
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return SHORT.test(verb) || /(?:debug|begin|forget|format)$/.test(verb)
    ? `${verb}${verb.at(-1) ?? ''}ing`
    : `${verb}ing`;
}

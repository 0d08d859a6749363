/** Words that say nothing about what a text is about. */
const EMPTY =
  /^(?:about|after|and|any|are|been|before|between|but|can|compare|could|describe|difference|does|each|example|explain|for|from|get|give|good|happen|happens|has|have|how|into|its|just|list|make|many|mean|means|more|most|much|need|not|one|only|other|over|please|sentence|sentences|set|setting|short|should|show|some|such|table|tell|than|that|the|their|them|then|there|these|they|this|tips|two|use|used|very|want|was|way|were|what|when|where|which|while|who|why|will|with|work|works|would|write|you|your)$/;
const STEM = 5;
/** What a sentence begins with is what it is about. */
const DEFINING = 1.6;
/** A sentence with less of what the prompt asks for than this share of the best one is beside the point. */
const LEAST = 0.34;

/** The stems of a text; `top_p`, `top-p` and `top p` are one word. */
function stemsOf(text: string): Set<string> {
  const joined = text
    .toLowerCase()
    .replaceAll('logprob', 'log probabilit')
    .replace(/\b(top|min)[ _-]?([pka])\b/g, '$1$2x');
  const words = joined.match(/[\p{L}\d]{3,}/gu) ?? [];
  const stem = (word: string): string => word.replace(/(?<=\w{3})(?:ing|ed|es|s|e)$/, '').slice(0, STEM);
  return new Set(words.filter((word) => !EMPTY.test(word)).map(stem));
}

/**
 * The sentences that have words in common with a prompt, best first; a word that few sentences have counts most.
 * @returns none when the prompt shares nothing with any
 */
export function nearest(sentences: readonly string[], prompt: string): string[] {
  const wanted = stemsOf(prompt);
  const stems = sentences.map(stemsOf);
  const weights = new Map(
    [...wanted].map((stem) => {
      const having = stems.filter((each) => each.has(stem)).length;
      return [stem, Math.log((sentences.length + 1) / (having || 1))] as const;
    }),
  );
  const scored = sentences.map((sentence, place) => {
    const shared = [...wanted].filter((stem) => stems[place]?.has(stem));
    const begins = stemsOf(sentence.split(' ').slice(0, 3).join(' '));
    const weight = (stem: string): number => (weights.get(stem) ?? 0) * (begins.has(stem) ? DEFINING : 1);
    return { sentence, score: shared.reduce((sum, stem) => sum + weight(stem), 0) };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score >= best * LEAST)
    .toSorted((a, b) => b.score - a.score)
    .map(({ sentence }) => sentence);
}

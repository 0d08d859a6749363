/** Words that begin a request but are not what it is about. */
const LEADS: readonly RegExp[] = [
  /^(?:please|pls|hey|hi|hello|ok(?:ay)?|so|now|well|(?:can|could|would|will) you|i (?:want|need|would like)(?: you)?(?: to)?|help me(?: to)?|let'?s)\b[\s,:]*/i,
  /^(?:tell|show|give|explain|describe|define|summari[sz]e|compare|contrast|discuss|outline|list|name|write|create|generate|make|build|draft|compose|produce|implement|think|talk)\b(?: (?:me|us))?[\s,:]*/i,
  /^(?:what(?:'s| is| are| was| were| does| do)|who(?:'s| is| are)|why(?: is| are| do| does)?|when(?: is| do| does| should)?|where(?: is| are)?|which(?: is| are)?|how(?: do| does| can| should| would| to| many| much)?(?: i| you| we)?|is|are|do|does|should i)\b[\s,:]*/i,
  /^(?:a few|some|\d+|two|three|four|five|six|seven|eight|nine|ten|in detail|briefly|step by step|about|on|of|for)\b[\s,:]*/i,
  /^(?:the |a |an )?(?:(?:short|long|brief|simple|small|quick|detailed|good|main) )*(?:poem|haiku|story|essay|table|list|summary|overview|explanation|guide|differences?|pros and cons|sentences?|words?|paragraphs?|reasons?|ways?|tips?|examples?|steps?|ideas?|facts?)\b(?: (?:about|on|of|for|between|to|why))?[\s,:]*/i,
];

const BREAK =
  /[.?!;:\n(){}[\]"“”<>|`]|,\s|\s(?:in (?:a|one|two|three|\d|the form|json|markdown|python|javascript|typescript|rust|go|sql)|using|as a|with (?:a|an) (?:table|example|code)|that|which|because|so that|when|if|please|and (?:explain|give|show|write|then|why|how))\b/i;

const MOST_WORDS = 6;

/** What a prompt is about, as a short noun phrase that can stand in any sentence. */
export function subjectOf(prompt: string): string {
  let rest = prompt.trim().slice(0, 400);
  for (let i = 0; i < 12; i += 1) {
    const shorter = LEADS.reduce((text, lead) => text.replace(lead, ''), rest);
    if (shorter === rest) break;
    rest = shorter;
  }
  const phrase = (rest.split(BREAK)[0] ?? '').trim();
  const words = phrase.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0 || !/\p{L}{2}/u.test(phrase)) return 'your question';
  const few = words.slice(0, MOST_WORDS);
  while (
    few.length > 1 &&
    /^(?:and|or|to|of|in|on|for|with|is|are|the|a|an|from|by|at|as|but|vs|not|work|works|do|does|mean|means)$/i.test(
      few.at(-1) ?? '',
    )
  )
    few.pop();
  const text = few.join(' ');
  // A capital at the start of the prompt is no reason for one in the middle of a sentence; an acronym or a name keeps it.
  const first = few[0] ?? '';
  const plain = phrase === prompt.trim().slice(0, phrase.length) && /^[A-Z][a-z]+$/.test(first);
  return plain ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

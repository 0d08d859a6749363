import { gerund } from './gerund';

/** Words that begin a request but are not what it is about. */
const LEADS: readonly RegExp[] = [
  /^(?:please|pls|hey|hi|hello|ok(?:ay)?|so|now|well|i (?:want|need|would like)(?: you)?(?: to)?|let'?s)\b[\s,:]*/i,
  /^(?:can|could|would|will) you\b(?: please)?[\s,:]*/i,
  /^(?:tell|show|give|explain|describe|define|summari[sz]e|compare|contrast|discuss|outline|list|name|write|create|generate|make|build|draft|compose|produce|implement|return|output|think|talk)\b(?: (?:me|us))?[\s,:]*/i,
  /^(?:what(?:'s| is| are| was| were| does| do)|who(?:'s| \w+)|why|when(?: is| do| does| should)?|where(?: is| are)?|which|how(?: do| does| many| much| (?:long|big|far|fast|large|old) (?:is|are|was|does|do))?|is|are|do|does)\b[\s,:]*/i,
  /^(?:like i(?:'m| am) (?:five|5):?|a few|some|\d+|two|three|four|five|six|seven|eight|nine|ten|in detail|briefly|step by step|about|on|of|for)\b[\s,:]*/i,
  /^(?:the |a |an )?(?:(?:short|long|brief|simple|small|quick|detailed|good|main) )*(?:poem|haiku|limerick|story|essay|table|list|summary|overview|explanation|guide|differences?|pros and cons|sentences?|words?|paragraphs?|reasons?|ways?|tips?|examples?|steps?|ideas?|facts?|jokes?|json(?: object| array)?)\b(?: (?:about|on|of|for|between|to|why|with))?[\s,:]*/i,
];

/** Behind these comes something to do: `how do I cook rice`, `should I learn Rust`, `help me debug my code`. */
const DOING =
  /^(?:please |can you |could you )?(?:(?:give|tell|show|list|name|write) (?:me |us )?(?:[a-z]+ |\d+ ){0,3}?(?:tips|ways|steps|reasons|ideas) (?:how )?to|what happens (?:when|if) (?:i|you|we)|how (?:do|can|could|should|would) (?:i|you|we|one)|how to|should (?:i|we)|can (?:i|we)|help me(?: to)?)\s+(?:really |best )?/i;
/** Commands that say what to do with something, where the doing is the subject. */
const COMMAND =
  /^(?:please |can you |could you )?(?=(?:plan|translate|rewrite|proofread|fix|debug|improve|convert|calculate|solve|analy[sz]e|refactor|optimi[sz]e|review|check|extract|classify|format|design|choose|prepare|organi[sz]e|paraphrase|shorten|correct)\b)/i;

/** `why is the sky blue` is about the blue sky, `why did my request fail` about the request. */
const WHY =
  /^why\s+(is|are|was|were|do|does|did|has|have|can|should)\s+((?:the|a|an|my|your|our|this|that|these|those|his|her|its|their)\s+)?(\S+)\s+(.+)$/i;

const BREAK =
  /\.(?=\s|$)|[?!;:\n(){}[\]"“”<>|`。？！，、；：]|,\s|\s(?:in (?:a|one|two|three|\d|the form|json|markdown|python|javascript|typescript|rust|go|sql)|using|as a|to a (?:child|beginner|layman)|asking|with (?:a|an) (?:table|example|code)|(?:is|are|was|were) (?:in|on|at|there)|(?:more|less) \w+ than|\w+er than|because|so that|when|if|please|and (?:explain|give|show|write|then|why|how))\b/i;

/** Words that no phrase ends with; and the verbs that a question leaves behind: `how does it work`. */
const LOOSE =
  /^(?:and|or|to|of|in|on|for|with|is|are|the|a|an|from|by|at|as|but|vs|not|that|which|my|your|would|should|could|can)$/i;
const ASKED = /^(?:work|works|do|does|mean|means|cost|costs|like)$/i;
const QUESTION = /^(?:how|what(?:'s| is| do| does))\b/i;

const MOST_WORDS = 6;
const FALLBACK = 'your question';

/** The visitor's own words as the answer would say them. */
const turned = (phrase: string): string =>
  phrase
    .replace(/\bmy\b/gi, 'your')
    .replace(/\bour\b/gi, 'your')
    .replace(/\bmine\b/gi, 'yours');

function short(phrase: string, most = MOST_WORDS, question = false): string {
  const few = phrase
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, most);
  const loose = (word: string): boolean => LOOSE.test(word) || (question && ASKED.test(word));
  while (few.length > 1 && loose(few.at(-1) ?? '')) few.pop();
  return few.join(' ');
}

const head = (text: string): string => (text.split(BREAK)[0] ?? '').trim();

function whyOf(text: string): string | null {
  const [, verb = '', article = '', noun = '', rest = ''] = WHY.exec(text) ?? [];
  if (noun === '') return null;
  const adjective = /^(?:is|are)$/i.test(verb) && article !== '' && /^[a-z]+$/i.test(rest) ? `${rest} ` : '';
  return turned(`${article.toLowerCase()}${adjective}${noun}`);
}

function doingOf(text: string): string | null {
  const lead = DOING.exec(text) ?? COMMAND.exec(text);
  if (!lead) return null;
  const rest = head(text.slice(lead[0].length));
  const [verb = '', ...others] = short(rest, MOST_WORDS + 1).split(' ');
  if (!/^[a-z]{2,}$/i.test(verb)) return null;
  return turned([gerund(verb.toLowerCase()), ...others].join(' '));
}

/** Whether a phrase can stand where a noun stands: no sentence with a speaker, and no other script. */
const isNoun = (phrase: string): boolean =>
  /\p{L}{2}/u.test(phrase) &&
  !/\b(?:i|you|we|me)\b/i.test(phrase) &&
  !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(phrase) &&
  !/^(?:continue|go on|this|that|it|more|again)$/i.test(phrase);

/** What a prompt is about, as a short noun phrase that can stand in any sentence. */
export function subjectOf(prompt: string): string {
  const whole = prompt.trim().slice(0, 400);
  const first = head(whole);
  const phrased = whyOf(first) ?? doingOf(whole);
  if (phrased) return isNoun(phrased) ? phrased : FALLBACK;
  let rest = whole;
  for (let i = 0; i < 12; i += 1) {
    const shorter = LEADS.reduce((text, lead) => text.replace(lead, ''), rest);
    if (shorter === rest) break;
    rest = shorter;
  }
  const text = turned(short(head(rest), MOST_WORDS, QUESTION.test(whole)));
  if (!isNoun(text)) return FALLBACK;
  // A capital at the start of the prompt is no reason for one in the middle of a sentence; an acronym or a name keeps it.
  const plain = whole.startsWith(text) && /^[A-Z][a-z]+$/.test(text.split(' ')[0] ?? '');
  return plain ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

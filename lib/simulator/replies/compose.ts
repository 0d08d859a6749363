import type { Segment } from '@/lib/simulator/sampler/segment';
import { exact, likely, prose } from '@/lib/simulator/sampler/segment';
import { arithmetic } from './arithmetic';
import { codeReply } from './code-reply';
import { asksForReview, codeReview } from './code-review';
import { jsonBlock } from './json-reply';
import { known } from './known';
import { type Brief, bullets, essay, lead, table, verdict } from './essay';

const GREETING = /^\s*(?:hi|hello|hey|hallo|good (?:morning|evening|day)|yo|test|ping)\b[\s!.,a-z]{0,24}$/i;
const THANKS = /^\s*(?:thanks|thank you|great|cool|nice|ok(?:ay)?)\b.{0,30}$/i;
const TITLE = /\b(?:a|short|good|concise) (?:chat |conversation )?title\b/i;
const POEM = /\b(poem|haiku|verse|limerick|rhyme|lyrics|song)\b/i;
const JOKE = /\bjokes?\b|\bmake me laugh\b|\bsomething funny\b/i;
const STORY = /\b(story|tale|fairy ?tale|novel|once upon)\b/i;
const ITSELF =
  /\b(?:who|what) are you\b|\bwhat can you do\b|\bare you (?:an? |the )?(?:ai|bot|human|real|model|simulator|gpt|claude|gemini)|\bwhich model are you\b|\byour name\b|你是谁/i;
const LANGUAGE = String.raw`(?:python|javascript|typescript|rust|golang|sql|bash|curl|html|css|java|node)`;
const PROGRAM = String.raw`(?:code|function|program|script|snippet|regex|class|component|query|algorithm|fizz ?buzz)`;
/** Code is wanted where somebody asks for it to be made, not wherever a language is named. */
const CODE = new RegExp(
  [
    String.raw`\b(?:write|create|make|generate|give|show|build|implement|code|fix|refactor|convert|port)\b.*\b(?:${PROGRAM}|${LANGUAGE})\b`,
    String.raw`\b(?:in|using|with) (?:${LANGUAGE}|go)\b`,
    String.raw`\b${LANGUAGE} (?:${PROGRAM}|example)\b`,
    String.raw`^\s*(?:select|function|def|class|import|const|let)\b.*[(*{;=,]`,
    String.raw`\bimplement\b|\bfizz ?buzz\b|\bfunction \w+\(`,
  ].join('|'),
  'is',
);
const TABLE = /\b(table|compare|comparison|versus|vs\.?|differences? between|pros and cons|trade-?offs?)\b/i;
const LIST = /\b(list|bullets?|steps?|tips|ideas|ways|reasons|how to|how do i|checklist|plan|top \d+|name \w+ )\b/i;
const BINARY = /\b(heads or tails|yes or no|true or false)\b/i;
const JSON_WISH = /\b(?:as|in|valid|return|give me|output) json\b|\bjson (?:object|array)\b/i;

const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  'heads or tails': ['Heads', 'Tails'],
  'yes or no': ['Yes', 'No'],
  'true or false': ['True', 'False'],
};

const NAME = String.raw`[\w+#-]+(?:\.[\w+#-]+)*(?: (?!in\b|as\b|for\b|with\b|and\b|or\b|on\b|using\b|vs\b|to\b|please\b|versus\b)[\w+#-]+(?:\.[\w+#-]+)*){0,3}`;
const PAIR = new RegExp(
  String.raw`(?:compare|between|versus|:)?\s*(${NAME})\s+(?:vs\.?|versus|and|with|or|to)\s+(?:the |a )?(${NAME})`,
  'i',
);

/** The two or more things that a comparison names. */
function compared(prompt: string, subject: string): string[] {
  const pair = PAIR.exec(
    prompt.replace(
      /\b(?:the )?(?:prices?|costs?|speeds?) (?:of|for)\s+|^.*\bdifferences? between\b|\b(?:the )?pros and cons(?: of)?\b/gi,
      '',
    ),
  );
  if (pair?.[1] && pair[2]) return [pair[1].replace(/^(?:compare|between)\s+/i, ''), pair[2]];
  if (/\b(?:two|some|different|several|which)\b.*\b(?:models|llms)\b/i.test(prompt))
    return ['A small model', 'A large model'];
  return [subject, 'The usual alternative'];
}

function countIn(prompt: string): number | null {
  const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  const found =
    /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+)?(?:steps|tips|ideas|ways|reasons|items|bullets|points|things|rivers|names|examples|facts)\b/i.exec(
      prompt,
    )?.[1];
  if (!found) return null;
  const number = words.indexOf(found.toLowerCase());
  return Math.min(number >= 0 ? number : Number(found), 20);
}

/** The text of an answer, by what kind of thing the prompt asks for. */
export function compose(prompt: string, brief: Brief): Segment[] {
  const { topic, subject } = brief;
  if (GREETING.test(prompt)) return [prose('greetings')];
  const answered = known(prompt) ?? arithmetic(prompt);
  if (answered) return answered;
  if (asksForReview(prompt)) return codeReview(prompt);
  if (ITSELF.test(prompt)) return [prose('itself', 3)];
  if (THANKS.test(prompt)) return [likely('You are welcome!'), exact(' '), prose('closers')];
  const either = BINARY.exec(prompt)?.[1]?.toLowerCase();
  if (either) return verdict(OPTIONS[either] ?? ['Yes', 'No'], topic);
  if (TITLE.test(prompt)) return [likely(subject.charAt(0).toUpperCase() + subject.slice(1))];
  if (brief.length === 0) return [prose(topic)];
  if (/\bhaiku\b/i.test(prompt))
    return [prose('haikuStarts'), exact('\n'), prose('haikuMiddles'), exact('\n'), prose('haikuEnds')];
  if (POEM.test(prompt))
    return [
      exact('*'),
      likely(subject),
      exact('*\n\n'),
      prose('verses', 4, '\n'),
      exact('\n\n'),
      prose('verses', 3, '\n'),
      exact('\n'),
      prose('lastVerses'),
    ];
  if (JOKE.test(prompt)) return [prose('jokes')];
  if (STORY.test(prompt))
    return [
      prose('taleStarts'),
      exact(' '),
      prose('tales', 3),
      exact('\n\n'),
      prose('tales', 4),
      exact('\n\n'),
      prose('tales', 2),
      exact(' '),
      prose('taleEnds'),
    ];
  if (JSON_WISH.test(prompt)) return jsonBlock(prompt, brief);
  if (CODE.test(prompt) && !TABLE.test(prompt)) return codeReply(prompt, brief);
  if (TABLE.test(prompt)) return table(brief, compared(prompt, subject));
  const count = countIn(prompt);
  if (count !== null || LIST.test(prompt)) {
    const numbered = /\b(steps?|how|plan|top)\b/i.test(prompt);
    const manner = { ...brief.manner, bullets: numbered ? ('1.' as const) : brief.manner.bullets };
    return [
      lead(topic),
      exact('\n\n'),
      ...bullets({ ...brief, manner }, count ?? undefined),
      exact('\n\n'),
      prose('closers'),
    ];
  }
  return essay(brief);
}

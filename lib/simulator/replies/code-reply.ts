import { exact, likely, prose, type Segment } from '@/lib/simulator/sampler/segment';
import type { Brief } from './essay';
import { PROGRAMS } from './programs';

const LANGUAGES: readonly [RegExp, string][] = [
  [/\btypescript|\bts\b/i, 'typescript'],
  [/\bjavascript|\bjs\b|\bnode/i, 'javascript'],
  [/\bpython|\bpandas/i, 'python'],
  [/\brust\b/i, 'rust'],
  [/\bgolang|\bin go\b/i, 'go'],
  [/\bsql|\bquery\b/i, 'sql'],
  [/\bcurl/i, 'curl'],
  [/\bbash|\bshell/i, 'bash'],
  [/\bhtml|\bcss|\bweb ?page/i, 'html'],
  [/\bjava\b/i, 'java'],
];

const NAMES: Readonly<Record<string, string>> = {
  typescript: 'TypeScript',
  javascript: 'JavaScript',
  python: 'Python',
  rust: 'Rust',
  go: 'Go',
  sql: 'SQL',
  bash: 'Bash',
  html: 'HTML',
  java: 'Java',
};

/** A code block in the language the prompt names (else the family's favourite), with words around it. */
export function codeReply(prompt: string, { form }: Brief): Segment[] {
  const wished = LANGUAGES.find(([sign]) => sign.test(prompt))?.[1];
  const language = wished ?? form.pick(['python', 'typescript', 'python', 'javascript']);
  const code = PROGRAMS[language] ?? PROGRAMS.python ?? '';
  const block = exact(`\n\n\`\`\`${language === 'curl' ? 'bash' : language}\n${code}\n\`\`\``);
  if (language === 'curl') return [likely('This asks a model for an answer, in '), exact('Bash:'), block];
  return [
    likely('The simulator has one small program in '),
    exact(NAMES[language] ?? language),
    likely(', whatever is asked for: it counts the words of a text.'),
    block,
    exact('\n\n'),
    prose('review', 2),
    exact('\n\n- '),
    likely('Run it with a small input first, and read '),
    exact('`limit`'),
    likely(' as the largest number of items.'),
    exact('\n- '),
    prose('review'),
  ];
}

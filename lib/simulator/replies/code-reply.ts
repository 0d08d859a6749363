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
  [/\bbash|\bshell|\bcurl/i, 'bash'],
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
export function codeReply(prompt: string, { topic, form }: Brief): Segment[] {
  const wished = LANGUAGES.find(([sign]) => sign.test(prompt))?.[1];
  const language = wished ?? form.pick(['python', 'typescript', 'python', 'javascript']);
  const code = PROGRAMS[language] ?? PROGRAMS.python ?? '';
  return [
    likely('Here is a small program in '),
    exact(`${NAMES[language] ?? language}:\n\n\`\`\`${language}\n${code}\n\`\`\`\n\n`),
    prose(topic, 2),
    exact('\n\n- '),
    likely('Run it with a small input first, and read '),
    exact('`limit`'),
    likely(' as the largest number of items.'),
    exact('\n- '),
    prose('general'),
  ];
}

import { isAnswer, type Message } from '@/lib/core/message';
import { toMarkdownTable } from '@/lib/core/table-text';
import { answerFacts, partText, priceSentence, speaker } from './answer-facts';
import { type ComparedPane, type Comparison, settingLines, systemOf } from './comparison';

/** A fence longer than any run of back quotes inside: whatever a model wrote stays text, and does nothing. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** One line of plain text: no tag, link, image or code, wherever it is drawn. */
const plain = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[&<>[\]`*]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const table = (head: [string, string], rows: readonly [string, string][]): string =>
  toMarkdownTable(
    head,
    rows.map((row) => row.map(plain)),
  );

function messageText(message: Message, { costs }: ComparedPane): string[] {
  const parts = message.parts.flatMap((part) => {
    const { label, text } = partText(part);
    return [...(label === null ? [] : [`_${plain(label)}_`]), fenced(text)];
  });
  const facts = isAnswer(message) ? answerFacts(message, costs[message.id]) : [];
  const receipt = facts.length === 0 ? [] : [table(['Receipt', ''], facts)];
  return [`### ${plain(speaker(message))}`, ...parts, ...receipt];
}

/** A comparison as Markdown. What was said stands in code blocks, so that nothing in it is drawn or loaded. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { title, exportedAt, panes, prices } = comparison;
  const blocks = [
    `# ${plain(title || 'Comparison')}`,
    `Exported ${new Date(exportedAt).toISOString()} from OpenRouter Playground.`,
    ...panes.flatMap((pane, at) => {
      const system = systemOf(comparison, pane);
      return [
        `## ${at + 1}. ${plain(pane.name)}`,
        ...(system.trim() === '' ? [] : ['System prompt', fenced(system)]),
        'Settings at the time of the export',
        table(['Setting', 'Value'], settingLines(pane.sent)),
        ...pane.messages.flatMap((message) => messageText(message, pane)),
      ];
    }),
    ...(Object.keys(prices).length === 0
      ? []
      : [
          '## Prices',
          table(
            ['Model', 'Per 1M tokens'],
            Object.entries(prices).map(([id, pricing]) => [id, priceSentence(pricing)]),
          ),
        ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

import { isAnswer, type Message, type Sent } from '@/lib/core/message';
import { toMarkdownTable } from '@/lib/core/table-text';
import { answerFacts, partText, priceSentence, speaker } from './answer-facts';
import { type ComparedPane, type Comparison, sentByAnswer, settingLines, systemOf, tellsSettings } from './comparison';

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

const sentText = (label: string, { settings, system }: Sent): string[] => [
  ...(system.trim() === '' ? [] : ['System prompt', fenced(system)]),
  label,
  table(['Setting', 'Value'], settingLines(settings)),
];

function messageText(message: Message, { costs }: ComparedPane, sent: Sent | 'same' | undefined): string[] {
  const parts = message.parts.flatMap((part) => {
    const { label, text } = partText(part);
    return [...(label === null ? [] : [`_${plain(label)}_`]), fenced(text)];
  });
  const facts = isAnswer(message) ? answerFacts(message, costs[message.id]) : [];
  const receipt = facts.length === 0 ? [] : [table(['Receipt', ''], facts)];
  const settings =
    sent === undefined
      ? []
      : sent === 'same'
        ? ['Settings as for the answer before']
        : sentText('Settings as sent', sent);
  return [`### ${plain(speaker(message))}`, ...parts, ...receipt, ...settings];
}

/** A comparison as Markdown. What was said stands in code blocks, so that nothing in it is drawn or loaded. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { title, exportedAt, panes, prices } = comparison;
  const blocks = [
    `# ${plain(title || 'Comparison')}`,
    `Exported ${new Date(exportedAt).toISOString()} from OpenRouter Playground.`,
    ...panes.flatMap((pane, at) => {
      const sent = sentByAnswer(pane);
      const now = { settings: pane.sent, system: systemOf(comparison, pane) };
      return [
        `## ${at + 1}. ${plain(pane.name)}`,
        ...(tellsSettings(pane) ? [] : sentText('Settings at the time of the export', now)),
        ...pane.messages.flatMap((message) => messageText(message, pane, sent.get(message.id))),
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

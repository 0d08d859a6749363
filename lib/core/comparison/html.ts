import { isAnswer, type Message, type Part, type Sent } from '@/lib/core/message';
import { answerFacts, partText, priceSentence, speaker } from './answer-facts';
import { type ComparedPane, type Comparison, sentByAnswer, settingLines, systemOf, tellsSettings } from './comparison';
import { STYLE } from './html-style';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');

/** Pictures that carry themselves; whatever else an address may be is text. */
const INLINE_IMAGE = /^data:image\/(?:png|jpeg|webp|gif);base64,[\w+/=]+$/;

function partHtml(part: Part): string {
  const { label, text } = partText(part);
  if (part.type === 'image' && INLINE_IMAGE.test(part.url)) return `<img alt="Image in the answer" src="${part.url}">`;
  const body = `<pre>${escaped(text)}</pre>`;
  return label === null ? body : `<details><summary>${escaped(label)}</summary>${body}</details>`;
}

const list = (pairs: readonly [string, string][]): string =>
  `<dl>${pairs.map(([label, value]) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>`;

const systemHtml = (system: string): string =>
  system.trim() === '' ? '' : `<p>System prompt</p><pre>${escaped(system)}</pre>`;

const sentHtml = (label: string, { settings, system }: Sent): string =>
  `<details><summary>${label}</summary>${systemHtml(system)}${list(settingLines(settings))}</details>`;

function askedHtml(sent: Sent | 'same' | undefined): string {
  if (sent === undefined) return '';
  return sent === 'same' ? '<p>Settings as for the answer before</p>' : sentHtml('Settings as sent', sent);
}

function messageHtml(message: Message, { costs }: ComparedPane, sent: Sent | 'same' | undefined): string {
  const facts = isAnswer(message) ? list(answerFacts(message, costs[message.id])) : '';
  const parts = message.parts.map(partHtml).join('');
  return `<article><h3>${escaped(speaker(message))}</h3>${parts}${facts}${askedHtml(sent)}</article>`;
}

function paneHtml(comparison: Comparison, pane: ComparedPane, at: number): string {
  const sent = sentByAnswer(pane);
  const now = { settings: pane.sent, system: systemOf(comparison, pane) };
  return [
    `<section><h2>${at + 1}. ${escaped(pane.name)}</h2>`,
    // Of answers of older versions, and before the first one, that is the best that is known.
    tellsSettings(pane) ? '' : sentHtml('Settings at the time of the export', now),
    ...pane.messages.map((message) => messageHtml(message, pane, sent.get(message.id))),
    '</section>',
  ].join('');
}

/**
 * A comparison as one page that needs nothing else: no script, no other file, and a policy that forbids both. What models
 * wrote is text in it, whatever it looks like.
 */
export function comparisonHtml(comparison: Comparison): string {
  const { title, exportedAt, panes, prices } = comparison;
  const date = new Date(exportedAt).toISOString();
  const name = escaped(title || 'Comparison');
  const priced = Object.entries(prices).map(([id, pricing]): [string, string] => [id, priceSentence(pricing)]);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${name}</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>${name}</h1><p>Exported <time datetime="${date}">${date.slice(0, 16).replace('T', ' ')} UTC</time> from OpenRouter Playground</p></header>
<main tabindex="0" aria-label="Panes">${panes.map((pane, at) => paneHtml(comparison, pane, at)).join('\n')}</main>
${priced.length === 0 ? '' : `<footer><h2>Prices per 1M tokens, from the catalogue at the time of the export</h2>${list(priced)}</footer>`}
</body>
</html>
`;
}

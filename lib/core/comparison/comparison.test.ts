// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { pathTo } from '@/lib/core/conversation';
import { type AnswerCost, costOfAnswer, unsettled } from '@/lib/core/ledger/answer-cost';
import { type Answer, isAnswer, textOf } from '@/lib/core/message';
import { indexModels } from '@/lib/core/model';
import { parseUsd } from '@/lib/core/money';
import { aModel } from '@/lib/core/samples';
import { costSentence } from './answer-facts';
import { countAnswers, type ExportedCost, fileName } from './comparison';
import { aComparison, HOSTILE } from './comparison-samples';
import { workspaceOf } from './comparison-workspace';
import { comparisonHtml } from './html';
import { comparisonMarkdown } from './markdown';

const comparison = aComparison();

describe('a comparison', () => {
  it('holds what was sent, by whom it was answered, and the prices of every row in play', () => {
    expect(countAnswers(comparison)).toBe(2);
    const [one, two] = comparison.panes;
    expect(one?.sent).toEqual({
      model: 'maker/model',
      models: ['maker/other'],
      stream: true,
      temperature: 0,
      provider: { order: ['a'] },
      custom: [1],
    });
    expect(two?.sent).toEqual({ model: 'gone/model', stream: true, top_p: 0.5 });
    expect(Object.keys(comparison.prices)).toEqual(['maker/model', 'maker/other']);
    expect(one?.costs).toEqual({ a: { usd: '0.0031', source: 'billed' } });
  });

  it('has a file name that every system takes', () => {
    expect(fileName(comparison, 'html')).toBe('which-b-one-b-2026-01-02.html');
    expect(fileName({ ...comparison, title: '../../日本' }, 'md')).toBe('comparison-2026-01-02.md');
  });

  it('never says zero for what is unknown', () => {
    expect(costSentence({ usd: null, source: 'unknown' })).toBe('unknown');
    expect(costSentence({ usd: '0.0031', source: 'billed' })).toBe('0.31¢ ($0.0031), as billed');
  });
});

describe('as HTML', () => {
  const html = comparisonHtml(comparison);
  const page = new DOMParser().parseFromString(html, 'text/html');

  it('is one page without script, and with nothing from elsewhere', () => {
    expect(page.querySelectorAll('script, link, iframe, object, img, form, base, a').length).toBe(0);
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
    expect([...page.querySelectorAll('*')].flatMap((element) => element.getAttributeNames())).not.toContain('onerror');
    expect(page.querySelectorAll('style').length).toBe(1);
  });

  it('has what a model wrote as text, to the letter', () => {
    expect([...page.querySelectorAll('pre')].map(({ textContent }) => textContent)).toContain(HOSTILE);
    expect(page.querySelector('h1')?.textContent).toBe('Which <b>one</b>?');
    expect(page.body.textContent).toContain('Own </style><b>');
  });

  it('has the receipt, the settings and the prices', () => {
    for (const text of ['Some <Provider>', '420 ms', '34 tok/s', '0.31¢ ($0.0031), as billed'])
      expect(page.body.textContent).toContain(text);
    expect(page.querySelector('footer')?.textContent).toContain('$1.00 in, $2.00 out');
  });

  it('has the settings that an answer was made with, and those of the moment only where nothing else is known', () => {
    const [one, two] = page.querySelectorAll('section');
    expect(one?.querySelector('article details')?.textContent).toBe('Settings as sentSystem promptThen <i>top_k7');
    expect(one?.textContent).not.toContain('at the time of the export');
    expect(two?.querySelector('details')?.textContent).toMatch(/^Settings at the time of the export.*top_p0\.5/);
  });

  it('says of settings that did not change that they are the same', () => {
    const [pane] = comparison.panes;
    const answers = pane?.messages.filter(isAnswer) ?? [];
    if (!pane) throw new Error('The sample has a pane.');
    const again = { ...pane, messages: [...pane.messages, ...answers.map((answer) => ({ ...answer, id: 'again' }))] };
    expect(comparisonHtml({ ...comparison, panes: [again] })).toContain('Settings as for the answer before');
    expect(comparisonMarkdown({ ...comparison, panes: [again] })).toContain('Settings as for the answer before');
  });

  it('shows a picture that carries itself, and only names one that does not', () => {
    const [pane] = comparison.panes;
    const [question] = pane?.messages ?? [];
    if (!pane || !question) throw new Error('The sample has a question.');
    const image = (url: string) => ({ ...question, parts: [{ type: 'image' as const, url, mediaType: 'image/png' }] });
    const drawn = (url: string) =>
      new DOMParser()
        .parseFromString(comparisonHtml({ ...comparison, panes: [{ ...pane, messages: [image(url)] }] }), 'text/html')
        .querySelectorAll('img').length;
    expect(drawn('data:image/png;base64,AAAA')).toBe(1);
    expect(drawn('https://evil.test/a.png')).toBe(0);
    expect(drawn('data:image/svg+xml;base64,AAAA')).toBe(0);
    expect(drawn('data:image/png;base64,AAAA" onload="alert(1)')).toBe(0);
  });
});

describe('as Markdown', () => {
  const markdown = comparisonMarkdown(comparison);

  it('keeps what a model wrote inside a fence that it cannot close', () => {
    expect(markdown).toContain(`\`\`\`\`text\n${HOSTILE}\n\`\`\`\``);
    expect(markdown).toContain('# Which &#60;b&#62;one&#60;/b&#62;?');
    const outside = markdown.replaceAll(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '');
    expect(outside).not.toMatch(/<|!\[|]\(/);
  });

  it('has the receipt as a table', () => {
    expect(markdown).toContain('| Cost | 0.31¢ ($0.0031), as billed |');
    expect(markdown).toContain('| Tokens in | 12 |');
    expect(markdown).toContain('| top_k | 7 |');
    expect(markdown).not.toContain('| temperature | 0 |');
    expect(markdown).toContain('| top_p | 0.5 |');
  });
});

describe('opened again', () => {
  it('is a new workspace with the same settings and what was said', () => {
    let count = 0;
    const workspace = workspaceOf(comparison, () => `id${(count += 1)}`, 7);
    const [one, two] = workspace.panes;
    expect(workspace).toMatchObject({ title: 'Which <b>one</b>?', system: 'Be {{how}}', createdAt: 7 });
    expect(workspace.variables).toEqual({ how: 'brief' });
    expect(one).toMatchObject({ modelId: 'maker/model', fallbacks: ['maker/other'], extra: { custom: [1] } });
    expect(two).toMatchObject({ modelId: 'gone/model', system: 'Own </style><b>', sampling: { top_p: 0.5 } });
    expect(Object.keys(workspace.conversations)).toEqual([one?.id, two?.id]);
    const said = Object.values(workspace.conversations).map((conversation) => pathTo(conversation).map(textOf));
    expect(said).toEqual([
      ['Hello', 'Plain **answer**'],
      ['Hello', HOSTILE],
    ]);
    const answers = Object.values(workspace.conversations).flatMap(({ messages }) =>
      Object.values(messages).filter(isAnswer),
    );
    expect(answers.map(({ imported }) => imported)).toEqual([true, true]);
    expect(answers[0]?.sent).toEqual({ settings: { top_k: 7 }, system: 'Then <i>' });
    const ids = Object.values(workspace.conversations).flatMap(({ messages }) => Object.keys(messages));
    expect(new Set(ids).size).toBe(4);
  });

  it('keeps what the file says an answer cost that broke off before its bill, as the word of the file', () => {
    const [pane] = comparison.panes;
    const [question, answer] = pane?.messages ?? [];
    if (!pane || !question || !answer || !isAnswer(answer)) throw new Error('The sample has an answer.');
    const broken = (fields: Partial<Answer>, cost: ExportedCost): AnswerCost => {
      const receipt = { ...answer.receipt, usage: null };
      const stopped: Answer = { ...answer, id: 'broken', state: 'stopped', receipt, ...fields };
      const one = { ...pane, messages: [question, stopped], costs: { broken: cost } };
      let count = 0;
      const workspace = workspaceOf({ ...comparison, panes: [one] }, () => `id${(count += 1)}`, 7);
      const opened = Object.values(Object.values(workspace.conversations)[0]?.messages ?? {}).find(isAnswer);
      if (!opened) throw new Error('It was not opened.');
      expect(unsettled(opened)).toBe(false);
      // By another catalogue it would cost something else.
      return costOfAnswer(
        opened,
        indexModels([aModel()]),
        () => 1_000_000,
        () => 1,
      );
    };
    const partial: ExportedCost = { usd: '0.00042', source: 'partial' };
    // A lower bound stays one, and an estimate.
    expect(broken({}, partial).amount).toEqual({ usd: parseUsd('0.00042'), source: 'partial' });
    expect(broken({}, { ...partial, source: 'estimated' }).amount.source).toBe('estimated');
    expect(broken({}, { ...partial, source: 'billed' }).amount.source).toBe('recorded');
    const byok = { ...answer.receipt, usage: { prompt_tokens: 1, completion_tokens: 1, cost: 0.5, is_byok: true } };
    expect(broken({ receipt: byok }, { usd: '0.7', source: 'billed' }).amount.usd).toBe(parseUsd('0.7'));
    expect(broken({}, { usd: null, source: 'unknown' }).amount.source).toBe('partial');
    expect(broken({}, { usd: '-3', source: 'partial' }).amount.source).toBe('partial');
    // What tells its own cost is left as it is, and what a visitor wrote costs nothing.
    const billed = { ...answer.receipt, usage: { prompt_tokens: 1, completion_tokens: 1, cost: 0.5 } };
    expect(broken({ receipt: billed }, partial).amount.usd).toBe(parseUsd('0.5'));
    expect(broken({ edited: true }, partial).amount.source).toBe('free');
  });
});

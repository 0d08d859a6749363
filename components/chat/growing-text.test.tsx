// @vitest-environment happy-dom
import fc from 'fast-check';
import { act, Profiler, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GrowingText } from '@/lib/browser/transcripts';
import { Markdown } from './markdown';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

/** A text that grows when it is told to. */
function growing(): GrowingText & { grow: (piece: string) => void; text: () => string } {
  let text = '';
  const listeners = new Set<() => void>();
  return {
    text: () => text,
    read: () => text,
    listen(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    grow(piece) {
      text += piece;
      for (const changed of listeners) changed();
    },
  };
}

const roots: Root[] = [];
const unmountAll = (): void => act(() => roots.splice(0).forEach((root) => root.unmount()));
afterEach(unmountAll);

async function mount(element: ReactNode) {
  const box = document.createElement('div');
  const root = createRoot(box);
  roots.push(root);
  const render = async (next: ReactNode): Promise<void> => act(() => root.render(next));
  await render(element);
  return { box, render };
}

/** What stands in the page, without the white space at the end of a line, of which a reader sees nothing. */
const seen = (box: HTMLElement): string => box.innerHTML.replaceAll(/\s+(?=<\/)/g, '');

/**
 * Grows a text piece by piece, and compares each state with the same text parsed as a whole, at once or after the moment
 * for which marks wait.
 * @returns how often React was asked
 */
async function follow(pieces: readonly string[], patient = true): Promise<number> {
  const source = growing();
  let asked = 0;
  const count = () => (asked += 1);
  const { box } = await mount(
    <Profiler id="grown" onRender={count}>
      <Markdown text="" growing source={source} />
    </Profiler>,
  );
  asked = 0;
  for (const piece of pieces) {
    const before = box.innerHTML;
    await act(() => source.grow(piece));
    const { box: whole } = await mount(<Markdown text={source.text()} growing />);
    if (seen(box) === seen(whole)) continue;
    expect(box.innerHTML, 'nothing is shown by halves').toBe(before);
    if (!patient) continue;
    await act(() => vi.runAllTimers());
    expect(seen(box), JSON.stringify(source.text())).toBe(seen(whole));
  }
  unmountAll();
  return asked;
}

const WORDS = 'word¦ word¦ and¦ a¦b¦.¦ ¦, so¦ 12¦ www¦me'.split('¦');
const MARKS = [
  '\n¦\n\n¦  ¦    ¦1.¦1¦- ¦* ¦**¦*¦_¦`¦``¦```¦```ts\n¦~~~¦\n```\n¦# ¦> ¦[x] ¦---¦===¦| a | b |¦\n|---|---|\n¦|',
  '[¦]¦](http://a.b/c)¦(¦)¦.example.com¦http://¦@x.org¦/¦<b>¦&amp;¦!¦\\¦:¦;¦~',
].flatMap((marks) => marks.split('¦'));

const DOCUMENT = `## What it costs: a table

A word of **some weight**, _another one_ and \`code.of(it)\`; a [link (here)](https://example.com/a_b) and www.example.org.

1. Count them: 12 at 100% – it's "so".
   - and below & beside, as AT&T has it,
   - \\*no list\\*
2. Ask me@example.org!

| a | Price, $ | c |
|---|---:|:--|
| swift | 0.15 | 3 |
| x | y | z | y |
| - | \`a\` | b \\| c |
after

\`\`\`ts
if (a < 1) {
  return \`b\`; // ~ done

}
\`\`\`
> Said 1. and
> more
Title
---
`;

describe('a growing text', () => {
  it('is shown at each moment as if it were parsed as a whole (law)', async () => {
    const piece = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 1, arbitrary: fc.constantFrom(...MARKS) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
        await follow(pieces);
      }),
      { seed: 20_261_128, numRuns: 80 },
    );
  });

  it('is shown so whatever its pieces are, with all that Markdown is used for (law)', async () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 40, maxLength: 40 });
    const document = fc.integer({ min: 0, max: DOCUMENT.length - 120 }).map((at) => DOCUMENT.slice(at, at + 120));
    await fc.assert(
      fc.asyncProperty(document, cuts, fc.boolean(), async (text, lengths, patient) => {
        let at = 0;
        const pieces = lengths.map((length) => text.slice(at, (at += length))).filter((piece) => piece !== '');
        await follow(pieces, patient);
      }),
      { seed: 20_261_128, numRuns: 40 },
    );
  });

  it('keeps all of it when it has come to its end', async () => {
    const source = growing();
    const { box, render } = await mount(<Markdown text="" growing source={source} />);
    for (const piece of ['Some words', ' and', ' more']) await act(() => source.grow(piece));
    await render(<Markdown text={source.text()} growing={false} source={source} />);
    expect(box.textContent).toBe('Some words and more');
  });

  it('takes back what it had put there where that becomes part of a link', async () => {
    await follow(['**To** see,', 'me', '@x.org', ' now']);
  });

  it.each([
    ['backticks behind a fence that is none', ['```foo``` is code\nnext', ' **bold** it']],
    ['a fence in a list, below one that was closed', ['```\na\n```\n- b\n  ```\n  c', '\n  d', '\nd *e* f']],
    ['a fence that ends with its list', ['- a\n  ```js\nfoo', ' *b* c']],
    ['what closes a fence that was not seen', ['1. x\n    ```js\n    a\n   ```\n   Some words', ' **bold** now']],
    ['a table whose head has an escaped bar', ['| a \\| b |\n|---|\n| y | y', 'z']],
    ['a head and a rule that do not fit', ['| a | b |\n|---|\n| -', 'x']],
    ['a row with too many cells', ['| a | b |\n|---|---|\n| x | y | y', 'z']],
    ['a footnote that nothing names', ['x: note\n\n[^1]: note', ' more']],
    ['an address with a space behind it', ['](http://a.b/c)', '- ', 'word']],
    ['a fence behind the mark of a list', ['- ', '```', 'word', 'word', '\n  in', ' it']],
    ['money', ['It costs a', ' $$5', ' and', ' more']],
    ['an entity', ['AT&amp', ';', ' so']],
    ['marks at the head of a line', ['> Said', ' so', '\n> and', ' so']],
  ])('is no plain growth, or shown as such: %s', async (_, pieces) => {
    await follow(pieces);
  });

  it('goes on where its node was replaced by somebody else', async () => {
    const source = growing();
    const { box } = await mount(<Markdown text="" growing source={source} />);
    for (const piece of ['Some words', ' and']) await act(() => source.grow(piece));
    const paragraph = box.querySelector('p');
    paragraph?.replaceChildren('Some words and');
    await act(() => source.grow(' more'));
    expect(box.textContent).toBe('Some words and more');
  });

  it('asks React once for a paragraph, a cell, an item, a bold word and a whole block of code', async () => {
    expect(await follow(['The', ' price', ' of a', ' token', ' is', ' small', ', so', ' they', ' say', '.'])).toBe(1);
    expect(await follow(['```ts\nconst', ' a', ' =', ' 1;', '\n', '  }', '\nconst', ' b', ' = [a];'], false)).toBe(1);
    expect(
      await follow(['|', ' a', ' |', ' b', ' |', '\n', '|', '---', '|', '---', '|', '\n', '|', ' 1', '.5'], false),
    ).toBe(3);
    expect(await follow(['Words', '\n', '\n', '2', '.', ' Count', ' more'], false)).toBe(2);
    expect(await follow(['**', 'The', ' price', '**', ':'], false)).toBe(1);
  });
});

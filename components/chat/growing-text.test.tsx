// @vitest-environment happy-dom
import fc from 'fast-check';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GrowingText } from '@/lib/browser/transcripts';
import { Markdown } from './markdown';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

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

/** Grows a text piece by piece, and compares each state with the same text parsed as a whole. @returns how often React was asked */
async function follow(pieces: readonly string[]): Promise<number> {
  const source = growing();
  const { box } = await mount(<Markdown text="" growing source={source} />);
  let asked = 0;
  for (const piece of pieces) {
    const appended = vi.spyOn(Text.prototype, 'appendData');
    await act(() => source.grow(piece));
    if (appended.mock.calls.length === 0) asked += 1;
    appended.mockRestore();
    const { box: whole } = await mount(<Markdown text={source.text()} growing />);
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

  it('asks React once for a paragraph of plain words, and for each line of code', async () => {
    expect(await follow(['The', ' price', ' of a', ' token', ' is', ' small', ', so', ' they', ' say', '.'])).toBe(1);
    expect(await follow(['```ts\nconst', ' a', ' =', ' 1;', '\nconst', ' b', ' = [a];'])).toBe(2);
  });
});

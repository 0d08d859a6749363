'use client';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { MarkdownProps } from './markdown';

const load = () => import('./markdown').then(({ Markdown }) => ({ default: Markdown }));
const Markdown = lazy(load);

/** Starts loading the renderer; called when a request leaves, so that it is there when the answer comes. */
export const warmMarkdown = (): void => void load().catch(() => {});

const never = (): (() => void) => () => {};

function Plain({ text, source }: MarkdownProps) {
  const read = (): string => source?.read() ?? text;
  return (
    <div className="prose-answer whitespace-pre-wrap">{useSyncExternalStore(source?.listen ?? never, read, read)}</div>
  );
}

/** The text as Markdown, and plain for the moment in which the renderer loads. */
export function MarkdownText(props: MarkdownProps) {
  return (
    <Suspense fallback={<Plain {...props} />}>
      <Markdown {...props} />
    </Suspense>
  );
}

'use client';
import { lazy, Suspense } from 'react';

const load = () => import('./markdown').then(({ Markdown }) => ({ default: Markdown }));
const Markdown = lazy(load);

/** Starts loading the renderer; called when a request leaves, so that it is there when the answer comes. */
export const warmMarkdown = (): void => void load().catch(() => {});

/** The text as Markdown, and plain for the moment in which the renderer loads. */
export function MarkdownText({ text, growing }: { text: string; growing: boolean }) {
  return (
    <Suspense fallback={<div className="prose-answer whitespace-pre-wrap">{text}</div>}>
      <Markdown text={text} growing={growing} />
    </Suspense>
  );
}

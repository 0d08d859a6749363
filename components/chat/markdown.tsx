'use client';
import { memo, useRef } from 'react';
import ReactMarkdown, { type Components, type ExtraProps } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { GrowingText } from '@/lib/browser/transcripts';
import { endsInFence, splitBlocks } from '@/lib/core/markdown-blocks';
import { closeMarks } from './close-marks';
import { CodeBlock } from './code-block';
import { RemoteImage } from './remote-image';
import { ScrollRegion } from './scroll-region';
import { useGrowingText } from './use-growing-text';
import { words } from './words';

// Loaded on demand (55 KB): while the first request is on its way.

const plugins = [remarkGfm];
const SAFE_LINK = /^(https?:|mailto:)/i;
const SAFE_IMAGE = /^(https?:|data:image\/(png|jpeg|gif|webp|avif);)/i;

/** Model output is hostile: what is not plainly a web or mail address is no link at all. */
const safeUrl = (url: string, key: string): string => ((key === 'src' ? SAFE_IMAGE : SAFE_LINK).test(url) ? url : '');

type Element = NonNullable<ExtraProps['node']>;

const textIn = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('');

function components(open: boolean): Components {
  return {
    a: ({ href, children }) =>
      href ? (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow" title={href}>
          {children}
        </a>
      ) : (
        <span>{children}</span>
      ),
    img: ({ src, alt }) => <RemoteImage src={typeof src === 'string' ? src : ''} alt={alt ?? ''} />,
    // What is in `pre` is a block; code in a line may have line breaks too.
    pre: ({ node }) => {
      const code = node?.children[0];
      if (code?.type !== 'element') return null;
      const language = /language-(\S+)/.exec(String(code.properties['className'] ?? ''))?.[1] ?? null;
      return <CodeBlock code={textIn(code).replace(/\n$/, '')} language={language} open={open} />;
    },
    table: ({ children }) => (
      <ScrollRegion label={words.table} className="max-w-full overflow-x-auto">
        <table>{children}</table>
      </ScrollRegion>
    ),
    input: ({ checked }) => (
      <input type="checkbox" checked={checked === true} aria-label={words.task(checked === true)} readOnly disabled />
    ),
  };
}

const closedComponents = components(false);
const openComponents = components(true);

/** One block; parsed anew only when its own text changes. */
const Block = memo(function Block({ text, open }: { text: string; open: boolean }) {
  return (
    <ReactMarkdown remarkPlugins={plugins} components={open ? openComponents : closedComponents} urlTransform={safeUrl}>
      {text}
    </ReactMarkdown>
  );
});

export interface MarkdownProps {
  text: string;
  /** More of it is to come. */
  growing: boolean;
  /** Tells of it; without one the text comes as a whole each time. */
  source?: GrowingText;
}

/**
 * Markdown without raw HTML, which shows as text. While it grows, only the last block is parsed again, and what that has
 * left open (bold, a link) is closed for the eye.
 */
export function Markdown({ text, growing, source }: MarkdownProps) {
  const box = useRef<HTMLDivElement>(null);
  const blocks = splitBlocks(useGrowingText(text, growing ? source : undefined, box));
  const last = blocks.length - 1;
  return (
    <div ref={box} className="prose-answer">
      {blocks.map((block, at) => {
        const grows = growing && at === last;
        const inFence = grows && endsInFence(block);
        return (
          // Blocks only ever grow at the end, so their place is their identity.
          // oxlint-disable-next-line react/no-array-index-key
          <Block key={at} text={grows && !inFence ? closeMarks(block) : block} open={inFence} />
        );
      })}
    </div>
  );
}

'use client';
import { memo, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import remend from 'remend';
import { endsInFence, splitBlocks } from '@/lib/core/markdown-blocks';
import { CodeBlock } from './code-block';
import { RemoteImage } from './remote-image';
import { ScrollRegion } from './scroll-region';
import { words } from './words';

// Loaded on demand (55 KB): while the first request is on its way.

const plugins = [remarkGfm];
const SAFE_LINK = /^(https?:|mailto:)/i;
const SAFE_IMAGE = /^(https?:|data:image\/(png|jpeg|gif|webp|avif);)/i;

/** Model output is hostile: what is not plainly a web or mail address is no link at all. */
const safeUrl = (url: string, key: string): string => ((key === 'src' ? SAFE_IMAGE : SAFE_LINK).test(url) ? url : '');

const textIn = (children: ReactNode): string => (typeof children === 'string' ? children : '');

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
    pre: ({ children }) => <>{children}</>,
    code: ({ className, children, node }) => {
      const language = /language-(\S+)/.exec(className ?? '')?.[1] ?? null;
      const source = textIn(children);
      // Inline code has no line break at its end; a block always has.
      const isBlock =
        language !== null || source.endsWith('\n') || node?.position?.start.line !== node?.position?.end.line;
      if (!isBlock) return <code>{children}</code>;
      return <CodeBlock code={source.replace(/\n$/, '')} language={language} open={open} />;
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

/**
 * Markdown without raw HTML, which shows as text. While `growing`, only the last block is parsed again, and what it has
 * left open (bold, a link) is closed for the eye.
 */
export function Markdown({ text, growing }: { text: string; growing: boolean }) {
  const blocks = splitBlocks(text);
  const last = blocks.length - 1;
  return (
    <div className="prose-answer">
      {blocks.map((block, at) => {
        const inFence = growing && at === last && endsInFence(block);
        return (
          // Blocks only ever grow at the end, so their place is their identity.
          // oxlint-disable-next-line react/no-array-index-key
          <Block key={at} text={growing && at === last && !inFence ? remend(block) : block} open={inFence} />
        );
      })}
    </div>
  );
}

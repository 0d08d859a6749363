'use client';
import { memo, useEffect, useRef, useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { ScrollRegion } from './scroll-region';
import type { Token } from './highlight';
import { words } from './words';

/** @param open still growing: coloured once, when it closes */
export const CodeBlock = memo(function CodeBlock({
  code,
  language,
  open,
}: {
  code: string;
  language: string | null;
  open: boolean;
}) {
  // While it grows, what stands there is ahead of what React knows.
  const box = useRef<HTMLElement>(null);
  const [tokens, setTokens] = useState<{ code: string; tokens: Token[] } | null>(null);

  // Colours come after the text: the highlighter is loaded on demand and must never hold a word back.
  useEffect(() => {
    if (open || !language) return;
    let wanted = true;
    void import('./highlight')
      .then(({ highlight }) => {
        const found = highlight(code, language.toLowerCase());
        if (wanted && found) setTokens({ code, tokens: found });
      })
      .catch(() => {});
    return () => {
      wanted = false;
    };
  }, [code, language, open]);

  return (
    <figure className="rounded-control border border-line bg-sunken">
      <figcaption className="flex items-center justify-between border-b border-line py-0.5 ps-3 pe-1 text-xs text-muted">
        <span>{language ?? words.code.plain}</span>
        <CopyButton text={() => box.current?.textContent ?? code} label={words.code.copy} />
      </figcaption>
      <ScrollRegion label={words.code.block(language)} className="overflow-x-auto">
        <pre className="!m-0 w-max min-w-full !rounded-none !border-0 !bg-transparent">
          <code ref={box} className="hljs">
            {tokens?.code === code
              ? tokens.tokens.map(({ text, className }, at) =>
                  className ? (
                    // Tokens of one text never move.
                    // oxlint-disable-next-line react/no-array-index-key
                    <span key={at} className={className}>
                      {text}
                    </span>
                  ) : (
                    text
                  ),
                )
              : code}
          </code>
        </pre>
      </ScrollRegion>
    </figure>
  );
});

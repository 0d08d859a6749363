'use client';
import { useMemo } from 'react';
import { Collapsible } from '@/components/ui/collapsible';
import { growingText } from '@/lib/browser/transcripts';
import type { Part } from '@/lib/core/message';
import { CodeBlock } from './code-block';
import { MarkdownText } from './markdown-text';
import { Reasoning } from './reasoning';
import { RemoteImage } from './remote-image';
import { words } from './words';

const pretty = (json: string): string => {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
};

interface PartViewProps {
  part: Part;
  /** It is the last part of a running answer. */
  growing: boolean;
  /** Where it stands. */
  paneId: string;
  messageId: string;
  at: number;
}

/** One part of an answer. */
export function PartView({ part, growing, paneId, messageId, at }: PartViewProps) {
  const source = useMemo(() => growingText(paneId, messageId, at), [paneId, messageId, at]);
  switch (part.type) {
    case 'text':
      return <MarkdownText text={part.text} growing={growing} source={source} />;
    case 'reasoning':
      return <Reasoning text={part.text} durationMs={part.durationMs} growing={growing} />;
    case 'tool-call':
      return (
        <div className="prose-answer">
          <p className="text-sm text-muted">{words.tool(part.name)}</p>
          <CodeBlock code={pretty(part.arguments)} language="json" open={growing} />
        </div>
      );
    case 'image':
      return <RemoteImage src={part.url} alt="" />;
    case 'data':
      // The exact blocks go back to the model on a later turn; their text is shown as reasoning already.
      return part.kind === 'reasoning-details' ? null : (
        <Collapsible summary={words.data(part.kind)} className="text-muted">
          <div className="prose-answer">
            <CodeBlock code={JSON.stringify(part.data, null, 2)} language="json" open={false} />
          </div>
        </Collapsible>
      );
  }
}

'use client';
import { CodeBlock } from '@/components/chat/code-block';
import { CodeDialog } from '@/components/code/code-dialog';
import type { ModelIndex } from '@/lib/core/model';

const codeView = (code: string, language: string) => (
  <div className="prose-answer max-w-none">
    <CodeBlock code={code} language={language} open={false} />
  </div>
);

/** A pane's request as code, drawn as the code of answers is. */
export function PaneCode(props: { paneId: string; models: ModelIndex; onClose: () => void }) {
  return <CodeDialog {...props} codeView={codeView} />;
}

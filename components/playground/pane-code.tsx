'use client';
import { CodeBlock } from '@/components/chat/code-block';
import { CodeDialog } from '@/components/code/code-dialog';
import { cn } from '@/components/ui/cn';
import type { ModelIndex } from '@/lib/core/model';

/** A command's body is one long line: broken for the eye only, so that it can be read without scrolling. */
const BROKEN = '[&_pre]:w-full! [&_pre]:break-words [&_pre]:whitespace-pre-wrap';

const codeView = (code: string, language: string) => (
  <div className={cn('prose-answer max-w-none', language === 'bash' && BROKEN)}>
    <CodeBlock code={code} language={language} open={false} />
  </div>
);

/** A pane's request as code, drawn as the code of answers is. */
export function PaneCode(props: { paneId: string; models: ModelIndex; onClose: () => void }) {
  return <CodeDialog {...props} codeView={codeView} />;
}

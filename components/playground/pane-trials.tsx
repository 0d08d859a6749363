'use client';
import { MarkdownText } from '@/components/chat/markdown-text';
import { TrialsDialog } from '@/components/trials/trials-dialog';
import type { ModelIndex } from '@/lib/core/model';

const answerView = (text: string, growing: boolean) => <MarkdownText text={text} growing={growing} />;

/** The trials of a pane, their answers drawn as those of a conversation are. */
export function PaneTrials(props: { paneId: string; models: ModelIndex; onClose: () => void }) {
  return <TrialsDialog {...props} answerView={answerView} />;
}

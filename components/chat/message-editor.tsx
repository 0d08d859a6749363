'use client';
import { type KeyboardEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { focusComposer } from './composer';
import { isSendKey } from './send-key';
import { words } from './words';

const w = words.message;

interface MessageEditorProps {
  paneId: string;
  text: string;
  /** What the button says. */
  action: string;
  /** @returns false where it was not accepted: the editor stays open with the text */
  onSubmit: (text: string) => boolean | Promise<boolean>;
  onClose: () => void;
}

/** The visitor has just asked to edit: this is where they want to be. */
const focusOnce = (area: HTMLTextAreaElement | null): void => area?.focus();

/** The text of a message, to be changed in its place. */
export function MessageEditor({ paneId, text: before, action, onSubmit, onClose }: MessageEditorProps) {
  const [text, setText] = useState(before);
  const [sending, setSending] = useState(false);
  const submit = async () => {
    setSending(true);
    if (await onSubmit(text)) {
      onClose();
      focusComposer(paneId);
    } else setSending(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else if (isSendKey(event)) {
      event.preventDefault();
      void submit();
    }
  };
  return (
    <div>
      <TextArea
        aria-label={w.editLabel}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        maxRows={16}
        ref={focusOnce}
        className="w-full text-answer"
      />
      <div className="mt-2 flex gap-2">
        <Button variant="primary" loading={sending} onClick={() => void submit()}>
          {action}
        </Button>
        <Button variant="ghost" onClick={onClose}>
          {w.cancel}
        </Button>
      </div>
    </div>
  );
}

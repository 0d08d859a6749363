'use client';
import { type ReactNode, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { DialogActions } from '@/components/ui/dialog-actions';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast';
import { importIntoPane } from '@/lib/browser/import-pane';
import { useRunStore } from '@/lib/browser/run-store';
import { MAX_CHARACTERS, readRequest } from '@/lib/core/import/read-request';
import { ImportResult } from './import-result';
import { words } from './words';

const w = words.import;

interface ImportDialogProps {
  paneId: string;
  /** Another way in, beside the text. */
  file?: ReactNode;
  onClose: () => void;
}

/** Reads a pasted request and shows what it would set. Nothing is applied before the press. */
export function ImportDialog({ paneId, file, onClose }: ImportDialogProps) {
  const [text, setText] = useState('');
  const running = useRunStore((state) => state.running[paneId] !== undefined);
  const blank = text.trim() === '';
  const read = blank ? null : readRequest(text);
  const request = read && 'request' in read ? read.request : null;
  const problem = read && 'problem' in read ? read.problem : undefined;
  const apply = (): void => {
    if (!request) return;
    const undo = importIntoPane(paneId, request);
    onClose();
    toast(w.done, { action: { label: w.undo, onSelect: undo } });
  };
  const why = blank ? w.empty : request ? undefined : w.broken;
  return (
    <Dialog
      open
      size="large"
      title={w.title}
      description={w.description}
      onClose={onClose}
      footer={
        <>
          {file}
          <DialogActions
            cancel={w.cancel}
            onCancel={onClose}
            action={w.apply}
            disabledReason={running ? w.running : why}
            onAction={apply}
          />
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <Field label={w.label} note={w.note} error={problem}>
          {(control) => (
            <TextArea
              {...control}
              data-autofocus
              value={text}
              maxLength={MAX_CHARACTERS + 1}
              onChange={(event) => setText(event.target.value)}
              placeholder={w.placeholder}
              spellCheck={false}
              minRows={6}
              maxRows={10}
              className="w-full font-mono text-sm"
            />
          )}
        </Field>
        {read && 'request' in read ? <ImportResult request={read.request} remarks={read.remarks} /> : null}
      </div>
    </Dialog>
  );
}

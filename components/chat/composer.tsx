'use client';
import { ArrowUp, Square } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { lastPrompt, send, setDraft, stopAll } from '@/lib/browser/actions';
import { useRunStore } from '@/lib/browser/run-store';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { warmMarkdown } from './markdown-text';
import { isSendKey } from './send-key';
import { words } from './words';

const w = words.composer;
export const COMPOSER_ID = 'composer';

interface ComposerProps {
  /** Why nothing can be sent now, as one sentence. */
  blocked?: string | undefined;
  /** Stands above the text: fields for what is filled into it. */
  fields?: ReactNode;
  /** What else can be done with the request, beside Run. */
  actions?: ReactNode;
  /** What Run would cost; stands before it. */
  estimate?: ReactNode;
}

/** Where text is typed and sent to all panes. */
export function Composer({ blocked, fields, actions, estimate }: ComposerProps) {
  const text = useWorkspaceStore(({ workspace }) => workspace.draft.text);
  const many = useWorkspaceStore(({ workspace }) => workspace.panes.length > 1);
  const running = useRunStore((state) => Object.keys(state.running).length > 0);
  const area = useRef<HTMLTextAreaElement>(null);

  const run = () => {
    warmMarkdown();
    void send();
    area.current?.focus();
  };

  const stop = () => {
    stopAll();
    // The pressed button goes, and the focus must not go with it.
    area.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isSendKey(event)) {
      event.preventDefault();
      if (blocked !== undefined) announce(blocked);
      else if (!running) run();
    } else if (event.key === 'ArrowUp' && text === '') {
      const last = lastPrompt();
      if (last === null) return;
      event.preventDefault();
      setDraft(last);
    }
  };

  return (
    <form
      className="mx-auto w-full max-w-[calc(72ch+2rem)] px-4 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      {fields}
      <div className="rounded-panel border border-edge bg-surface focus-within:border-accent">
        <TextArea
          ref={area}
          id={COMPOSER_ID}
          bare
          minRows={1}
          maxRows={10}
          aria-label={w.label}
          placeholder={w.placeholder}
          value={text}
          onChange={(event) => {
            warmMarkdown();
            setDraft(event.target.value);
          }}
          onKeyDown={onKeyDown}
          className="w-full px-3 pt-2.5 text-answer"
        />
        <div className="flex items-center justify-between gap-1 p-2 sm:gap-2">
          <div className="flex items-center sm:gap-1">{actions}</div>
          {/* What does not fit wraps out of sight: half a hint would be none. */}
          <span className="flex h-4 grow flex-wrap justify-end overflow-hidden text-xs text-muted max-sm:invisible pointer-coarse:invisible">
            <span className="h-4" />
            {w.hints.map((hint) => (
              <span key={hint} className="whitespace-nowrap">
                {hint}
              </span>
            ))}
          </span>
          {estimate}
          {/* Keys, because one element that turned from Stop into Run during a press would send at once. */}
          {running ? (
            <Button key="stop" icon={<Square size={14} aria-hidden />} shortcut="Esc" onClick={stop}>
              {many ? w.stopAll : w.stop}
            </Button>
          ) : (
            <Button
              key="run"
              type="submit"
              variant="primary"
              icon={<ArrowUp size={16} aria-hidden />}
              disabledReason={blocked ?? (text.trim() === '' ? w.empty : undefined)}
            >
              {many ? w.runAll : w.run}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}

'use client';
import { ArrowUp, Square } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { cn } from '@/components/ui/cn';
import { lastPrompt, send, setDraft, stopAll } from '@/lib/browser/actions';
import { useRunStore } from '@/lib/browser/run-store';
import { currentWorkspace, useWorkspaceStore } from '@/lib/browser/workspace-store';
import { askedBy, draftOf } from '@/lib/core/own-prompt';
import { whyBlocked } from '@/lib/core/variables';
import { warmMarkdown } from './markdown-text';
import { isSendKey } from './send-key';
import { words } from './words-first';

const w = words.composer;
export const COMPOSER_ID = 'composer';

const idOf = (pane: string | null): string => (pane === null ? COMPOSER_ID : `${COMPOSER_ID}-${pane}`);

/** @param paneId whose own composer is meant, where it has one; else the common one */
export const focusComposer = (paneId: string | null = null): void =>
  (document.getElementById(idOf(paneId)) ?? document.getElementById(COMPOSER_ID))?.focus();

interface ComposerProps {
  /** Whose own it is; null for the common one, which stands below all panes. */
  pane?: { id: string; name: string } | null;
  /** Stands above the text: fields for what is filled into it. */
  fields?: ReactNode;
  /** What else can be done with the request, beside Run. */
  actions?: ReactNode;
  /** What Run would cost; stands before it. */
  estimate?: ReactNode;
}

/** Where text is typed and sent: to all panes that have no composer of their own, or to the pane that has this one. */
export function Composer({ pane = null, fields, actions, estimate }: ComposerProps) {
  const id = pane?.id ?? null;
  const text = useWorkspaceStore(
    ({ workspace }) => draftOf(workspace, workspace.panes.find((one) => one.id === id) ?? {}).text,
  );
  const all = useWorkspaceStore(({ workspace }) => workspace.panes.length);
  // One string, so that it is the same value as long as it says the same.
  const askedIds = useWorkspaceStore(({ workspace }) =>
    askedBy(workspace, id)
      .map((one) => one.id)
      .join(' '),
  );
  const asked = askedIds.split(' ').filter(Boolean);
  const running = useRunStore((state) => asked.some((one) => state.running[one] !== undefined));
  const unfilled = useWorkspaceStore(({ workspace }) => whyBlocked({ ...workspace, panes: askedBy(workspace, id) }));
  const area = useRef<HTMLTextAreaElement>(null);
  const blocked = asked.length === 0 ? w.nobody : unfilled;
  const many = pane === null && all > 1;
  const some = many && asked.length < all;

  const run = () => {
    warmMarkdown();
    void send(pane?.id);
    area.current?.focus();
  };

  const stop = () => {
    stopAll(askedBy(currentWorkspace(), id));
    // The pressed button goes, and the focus must not go with it.
    area.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isSendKey(event)) {
      event.preventDefault();
      if (blocked !== undefined) announce(blocked);
      else if (!running) run();
    } else if (event.key === 'ArrowUp' && text === '') {
      const last = lastPrompt(id);
      if (last === null) return;
      event.preventDefault();
      setDraft(last, pane?.id);
    } else if (event.key === 'Escape' && pane && running) {
      // Of the others too it stops the runs only when nothing is left to stop here.
      event.preventDefault();
      stop();
    }
  };

  return (
    <form
      className={cn(
        // Where the screen is too low for all of it, it scrolls in itself: what is to be pressed stays on the screen.
        'relative isolate mx-auto flex min-h-0 w-full max-w-[calc(72ch+2rem)] flex-col overflow-y-auto',
        pane ? 'px-2 pb-2' : 'px-4 pb-[max(0.75rem,env(safe-area-inset-bottom))]',
      )}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      {fields}
      <div className="sticky bottom-0 flex min-h-22 flex-col rounded-panel border border-edge bg-surface focus-within:border-accent">
        <TextArea
          ref={area}
          id={idOf(id)}
          bare
          minRows={1}
          maxRows={pane ? 6 : 10}
          aria-label={pane ? w.labelOf(pane.name) : w.label}
          placeholder={pane ? w.placeholderOf(pane.name) : asked.length === 0 ? w.nobody : w.placeholder}
          value={text}
          onChange={(event) => {
            warmMarkdown();
            setDraft(event.target.value, pane?.id);
          }}
          onKeyDown={onKeyDown}
          className="w-full px-3 pt-2.5 text-answer"
        />
        <div className="flex shrink-0 items-center justify-between gap-1 p-2 sm:gap-2">
          <div className="flex items-center sm:gap-1">{actions}</div>
          {/* What does not fit wraps out of sight: half a hint would be none. */}
          <span className="flex h-4 min-w-0 grow basis-0 flex-wrap justify-end overflow-hidden text-xs text-muted max-sm:invisible pointer-coarse:invisible">
            <span className="h-4" />
            {pane === null &&
              w.hints.map((hint) => (
                <span key={hint} className="whitespace-nowrap">
                  {hint}
                </span>
              ))}
          </span>
          {estimate}
          {/* Keys, because one element that turned from Stop into Run during a press would send at once. */}
          {running ? (
            <Button key="stop" icon={<Square size={14} aria-hidden />} shortcut="Esc" onClick={stop}>
              {some ? w.stopSome(asked.length, all) : many ? w.stopAll : w.stop}
            </Button>
          ) : (
            <Button
              key="run"
              type="submit"
              variant="primary"
              icon={<ArrowUp size={16} className={cn(many && 'max-sm:hidden')} aria-hidden />}
              disabledReason={blocked ?? (text.trim() === '' ? w.empty : undefined)}
              tip={some ? w.someTip : undefined}
            >
              {some ? w.runSome(asked.length, all) : many ? w.runAll : w.run}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}

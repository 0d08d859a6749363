'use client';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useRef, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { forgetKey, saveKey } from '@/lib/browser/key';
import { keyQuery } from '@/lib/browser/queries';
import { KeyState } from './key-state';
import { words } from './words';

/** A key that was not accepted comes with a sentence; a fetch that failed has only the browser's own words. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && !(error instanceof TypeError) ? error.message : words.unreachable;

/** A key of one's own: pasted, looked at, forgotten. The key is never in React's state, only in the field. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const { data: state, error } = useQuery({ ...keyQuery, refetchOnMount: 'always' });
  const [busy, setBusy] = useState<'save' | 'forget' | null>(null);
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const form = useId();

  const run = async (what: 'save' | 'forget', deed: () => Promise<void>, told: (reason: string) => string) => {
    if (busy !== null) return;
    setBusy(what);
    setProblem(undefined);
    try {
      await deed();
      announce(what === 'save' ? words.saved : words.forgotten);
    } catch (thrown) {
      const reason = told(reasonOf(thrown));
      setProblem(reason);
      announce(reason, { assertive: true });
    }
    setBusy(null);
    // What was pressed may be gone; the field is always there, and the next paste replaces what was refused.
    field.current?.select();
  };

  const save = (event: FormEvent) => {
    event.preventDefault();
    const input = field.current;
    const key = input?.value.trim();
    if (!input || !key) {
      setProblem(words.empty);
      input?.focus();
      return;
    }
    const deed = async () => {
      await saveKey(key);
      input.value = '';
    };
    void run('save', deed, words.notSaved);
  };

  return (
    <Dialog
      open
      title={words.title}
      onClose={onClose}
      footer={
        <>
          {state?.owner === 'visitor' ? (
            <Button
              variant="danger"
              className="me-auto"
              loading={busy === 'forget'}
              onClick={() => void run('forget', forgetKey, words.notForgotten)}
            >
              {words.forget}
            </Button>
          ) : null}
          <Button onClick={onClose}>{words.close}</Button>
          <Button variant="primary" type="submit" form={form} loading={busy === 'save'}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        {error && !state ? <Banner tone="warning">{reasonOf(error)}</Banner> : <KeyState state={state} />}
        <form id={form} noValidate onSubmit={save}>
          <Field
            label={state?.owner === 'visitor' ? words.another : words.key}
            note={state && words.kept(state.sentTo)}
            error={problem}
            aside={
              <a
                className="text-xs text-accent underline underline-offset-2"
                href="https://openrouter.ai/keys"
                target="_blank"
                rel="noreferrer"
                hidden={state?.sentTo !== 'OpenRouter'}
              >
                {words.getKey}
              </a>
            }
          >
            {(control) => (
              <input
                {...control}
                ref={field}
                type="password"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                data-autofocus
                placeholder="sk-or-v1-…"
                className="field h-control px-2.5 font-mono pointer-coarse:h-touch"
              />
            )}
          </Field>
        </form>
      </div>
    </Dialog>
  );
}

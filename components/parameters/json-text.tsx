'use client';
import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast';
import { readJsonObject } from '@/lib/core/json-field';
import type { Json, JsonObject } from '@/lib/core/json';
import { ResetButton } from './reset-button';
import { MOST_TYPED, type Read, useTextDraft } from './use-text-draft';
import { foldedWords as w } from './words-folded';

const write = (value: Json | undefined): string => (value === undefined ? '' : JSON.stringify(value, null, 2));

/** A JSON object in a text; blank is none. What cannot be read is told, and the last valid object stays. */
export function JsonText(props: {
  label: string;
  help: string;
  value: JsonObject | undefined;
  line: ReactNode;
  placeholder: string;
  /** @returns a sentence for what breaks the field's own rules, or null */
  complain: (value: JsonObject) => string | null;
  onChange: (value: JsonObject | undefined) => void;
  /** Stands under the field while it is empty. */
  start?: ReactNode;
}) {
  const { label, help, value, line, placeholder, complain, onChange, start } = props;
  const read = (typed: string): Read => {
    if (typed.trim() === '') return { value: undefined };
    const outcome = readJsonObject(typed);
    if ('problem' in outcome) return outcome;
    const problem = complain(outcome.value);
    return problem === null ? outcome : { problem };
  };
  const { text, problem, type } = useTextDraft({
    value,
    write,
    read,
    commit: (next) => onChange(next as JsonObject | undefined),
  });
  const reset = (): void => {
    onChange(undefined);
    // Pages of it may be gone with one press.
    toast(w.resetOne(label), { action: { label: w.undo, onSelect: () => onChange(value) } });
  };
  return (
    <Field
      label={label}
      help={help}
      error={problem ?? undefined}
      note={line}
      aside={value === undefined ? null : <ResetButton label={label} onReset={reset} />}
    >
      {(control) => (
        <>
          <TextArea
            {...control}
            value={text}
            maxLength={MOST_TYPED}
            placeholder={placeholder}
            minRows={2}
            maxRows={14}
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            onChange={(event) => type(event.target.value)}
            // Room for the line below, which says what is wrong.
            className="scroll-mb-20 font-mono text-xs"
          />
          {text === '' ? start : null}
        </>
      )}
    </Field>
  );
}

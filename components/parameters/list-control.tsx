'use client';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import type { Json } from '@/lib/core/json';
import { complaint, type ListParameter } from '@/lib/core/parameter';
import { ResetButton } from './reset-button';
import type { ControlProps } from './row';
import { readLines, writeLines } from './stop-lines';
import { MOST_TYPED, type Read, useTextDraft } from './use-text-draft';
import { words } from './words';

const textsOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

const write = (value: Json | undefined): string => writeLines(textsOf(value));

/** A few short texts, one on each line, with line breaks written as escapes. */
export function ListControl({ parameter, value, help, line, onChange }: ControlProps<ListParameter>) {
  const { label } = parameter;
  const read = (typed: string): Read => {
    const texts = readLines(typed);
    if (texts.length === 0) return { value: undefined };
    const problem = complaint(parameter, texts);
    return problem === null ? { value: texts } : { problem };
  };
  const { text, problem, type } = useTextDraft({ value, write, read, commit: onChange });
  return (
    <Field
      label={label}
      help={`${help} ${words.stop.help}`}
      error={problem ?? undefined}
      note={
        value === undefined ? (
          line
        ) : (
          <>
            {line}
            <span className="block ps-4.5 break-words">
              {words.stop.read(
                textsOf(value)
                  .map((item) => JSON.stringify(item))
                  .join(', '),
              )}
            </span>
          </>
        )
      }
      aside={value === undefined ? null : <ResetButton label={label} onReset={() => onChange(undefined)} />}
    >
      {(control) => (
        <TextArea
          {...control}
          value={text}
          maxLength={MOST_TYPED}
          placeholder={words.unset(undefined)}
          minRows={1}
          maxRows={5}
          spellCheck={false}
          onChange={(event) => type(event.target.value)}
          className="scroll-mb-20 font-mono"
        />
      )}
    </Field>
  );
}

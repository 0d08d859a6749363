'use client';
import { TextField } from '@/components/ui/text-field';
import type { Json } from '@/lib/core/json';
import { complaint, type TextParameter } from '@/lib/core/parameter';
import { ResetButton } from './reset-button';
import type { ControlProps } from './row';
import { MOST_TYPED, type Read, useTextDraft } from './use-text-draft';
import { words } from './words';

const write = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

export function TextControl({ parameter, value, help, line, onChange }: ControlProps<TextParameter>) {
  const { label } = parameter;
  const read = (typed: string): Read => {
    if (typed === '') return { value: undefined };
    const problem = complaint(parameter, typed);
    return problem === null ? { value: typed } : { problem };
  };
  const { text, problem, type } = useTextDraft({ value, write, read, commit: onChange });
  return (
    <TextField
      label={label}
      help={help}
      note={line}
      error={problem ?? undefined}
      value={text}
      onChange={type}
      placeholder={words.unset(undefined)}
      maxLength={MOST_TYPED}
      autoComplete="off"
      spellCheck={false}
      aside={value === undefined ? null : <ResetButton label={label} onReset={() => onChange(undefined)} />}
    />
  );
}

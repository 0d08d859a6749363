'use client';
import { Button } from '@/components/ui/button';
import { isJsonObject, type JsonObject } from '@/lib/core/json';
import type { ObjectParameter } from '@/lib/core/parameter';
import { JsonText } from './json-text';
import type { ControlProps } from './row';
import { words } from './words';
import { foldedWords } from './words-folded';

export function ObjectControl({ parameter, value, help, line, onChange }: ControlProps<ObjectParameter>) {
  const { label, example, complain } = parameter;
  return (
    <JsonText
      {...{ label, help, line, complain, onChange }}
      value={isJsonObject(value) ? value : undefined}
      placeholder={words.unset(undefined)}
      start={
        <Button
          variant="ghost"
          size="dense"
          aria-label={`${foldedWords.example}: ${label}`}
          onClick={(event) => {
            // The button goes when the field has a text, and the focus goes on to that.
            event.currentTarget.closest('[data-parameter]')?.querySelector('textarea')?.focus();
            onChange(JSON.parse(example) as JsonObject);
          }}
          className="mt-1 -ml-2 text-muted"
        >
          {foldedWords.example}
        </Button>
      }
    />
  );
}

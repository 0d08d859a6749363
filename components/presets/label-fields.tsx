'use client';
import { TextField } from '@/components/ui/text-field';
import { MAX_DESCRIPTION, MAX_NAME } from '@/lib/core/library';
import { words } from './words-library';

const w = words.label;

/** A label while it is typed: tags as one text. */
export interface LabelDraft {
  name: string;
  description: string;
  tags: string;
}

interface LabelFieldsProps {
  draft: LabelDraft;
  /** Stands below the name. */
  note?: string | undefined;
  /** Only the name, where the rest stays as it is. */
  nameOnly?: boolean;
  onChange: (draft: LabelDraft) => void;
}

/** Name, description and tags of a preset. */
export function LabelFields({ draft, note, nameOnly = false, onChange }: LabelFieldsProps) {
  const { name, description, tags } = draft;
  return (
    <>
      <TextField
        label={w.name}
        data-autofocus
        autoComplete="off"
        maxLength={MAX_NAME}
        value={name}
        note={note}
        onChange={(next) => onChange({ ...draft, name: next })}
      />
      {nameOnly ? null : (
        <>
          <TextField
            label={w.tags}
            note={w.tagsNote}
            autoComplete="off"
            maxLength={300}
            value={tags}
            onChange={(next) => onChange({ ...draft, tags: next })}
          />
          <TextField
            label={w.description}
            autoComplete="off"
            maxLength={MAX_DESCRIPTION}
            value={description}
            onChange={(next) => onChange({ ...draft, description: next })}
          />
        </>
      )}
    </>
  );
}

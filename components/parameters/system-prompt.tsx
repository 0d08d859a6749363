'use client';
import { useId } from 'react';
import { TextArea } from '@/components/ui/text-area';
import { setSystem } from '@/lib/browser/actions';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { words } from './words';

export function SystemPrompt() {
  const system = useWorkspaceStore(({ workspace }) => workspace.system);
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        {words.system}
      </label>
      <TextArea
        id={id}
        aria-describedby={`${id}-help`}
        value={system}
        onChange={(event) => setSystem(event.target.value)}
        placeholder={words.systemPlaceholder}
        minRows={3}
        maxRows={12}
        className="mt-1 w-full"
      />
      <span id={`${id}-help`} className="mt-1 block text-xs text-muted">
        {words.systemHelp}
      </span>
    </div>
  );
}

'use client';
import { useId } from 'react';
import { TextArea } from '@/components/ui/text-area';
import { setSystem } from '@/lib/browser/actions';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import type { Pane } from '@/lib/core/workspace';
import { words } from './words';

/** The system prompt of a pane: its own where it has one, else that of all panes. */
export function SystemPrompt({ pane }: { pane: Pane }) {
  const shared = useWorkspaceStore(({ workspace }) => workspace.system);
  const system = pane.system ?? shared;
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
        onChange={(event) => setSystem(pane.id, event.target.value)}
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

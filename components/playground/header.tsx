'use client';
import { KeyRound, SlidersHorizontal, SquarePen } from 'lucide-react';
import { ModelButton } from '@/components/models/model-button';
import { IconButton } from '@/components/ui/icon-button';
import { findModel, type ModelIndex } from '@/lib/core/model';
import type { Pane } from '@/lib/core/workspace';
import { ThemeMenu } from './theme-menu';
import { words } from './words';

interface HeaderProps {
  panes: Pane[];
  models: ModelIndex;
  panelOpen: boolean;
  onChooseModel: (paneId: string) => void;
  onNew: () => void;
  onToggleParameters: () => void;
  onOpenKey: () => void;
}

export function Header(props: HeaderProps) {
  const { panes, models, panelOpen, onChooseModel, onNew, onToggleParameters, onOpenKey } = props;
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-2 sm:px-4">
      <h1 className="sr-only sm:not-sr-only sm:pe-2 sm:text-sm sm:font-semibold sm:whitespace-nowrap">{words.name}</h1>
      <nav aria-label={words.models} className="flex min-w-0 grow items-center gap-2 overflow-x-auto">
        {panes.map(({ id, modelId }, at) => (
          <ModelButton
            key={id}
            id={modelId}
            model={findModel(models, modelId)}
            pane={at + 1}
            shortcut={at === 0 ? '⌘K' : undefined}
            onClick={() => onChooseModel(id)}
          />
        ))}
      </nav>
      <IconButton label={words.newConversation} shortcut="⌘⇧O" onClick={onNew}>
        <SquarePen size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={panelOpen ? words.hideParameters : words.showParameters}
        shortcut="⌘."
        onClick={onToggleParameters}
      >
        <SlidersHorizontal size={16} aria-hidden />
      </IconButton>
      <IconButton label={words.key} aria-haspopup="dialog" onClick={onOpenKey}>
        <KeyRound size={16} aria-hidden />
      </IconButton>
      <ThemeMenu />
    </header>
  );
}

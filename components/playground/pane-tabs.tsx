'use client';
import { Plus } from 'lucide-react';
import { ModelButton } from '@/components/models/model-button';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import { MAX_PANES } from '@/lib/core/panes';
import type { Pane } from '@/lib/core/workspace';
import { words } from './words';

// Written out, because a class that is put together is not found by the style sheet.
const dots = ['bg-pane-1', 'bg-pane-2', 'bg-pane-3', 'bg-pane-4', 'bg-pane-5', 'bg-pane-6', 'bg-pane-7', 'bg-pane-8'];

/** The strip scrolls: whichever becomes the selected one is to be seen. */
const showTab = (tab: HTMLButtonElement | null): void => tab?.scrollIntoView({ inline: 'nearest', block: 'nearest' });

export interface PaneTabsProps {
  panes: Pane[];
  models: ModelIndex;
  selected: string;
  onSelect: (paneId: string) => void;
  onChooseModel: (paneId: string) => void;
  onAdd: () => void;
}

/** One pane: its model. Several: a strip that leads to each. And a way to add one more. */
export function PaneTabs({ panes, models, selected, onSelect, onChooseModel, onAdd }: PaneTabsProps) {
  const [first] = panes;
  return (
    <nav aria-label={words.models} className="flex min-w-0 grow items-center gap-1">
      {/* The strip scrolls; the way to one more stays in sight. */}
      <div className="flex min-w-0 items-center gap-1 overflow-x-auto">
        {panes.length === 1 && first ? (
          <ModelButton
            id={first.modelId}
            model={findModel(models, first.modelId)}
            shortcut="⌘K"
            onClick={() => onChooseModel(first.id)}
          />
        ) : (
          panes.map(({ id, modelId }, at) => {
            const row = findModel(models, modelId);
            return (
              <Button
                key={id}
                ref={id === selected ? showTab : undefined}
                variant="ghost"
                size="dense"
                tip={modelId}
                aria-current={id === selected}
                className={cn('shrink rounded-full', id === selected && 'bg-active')}
                icon={<span aria-hidden className={cn('size-2 shrink-0 rounded-full', dots[at % dots.length])} />}
                onClick={() => onSelect(id)}
              >
                <span className="max-w-32 min-w-6 truncate">{row ? shortName(row) : modelId}</span>
              </Button>
            );
          })
        )}
      </div>
      <IconButton
        label={words.panes.add}
        aria-haspopup="dialog"
        disabledReason={panes.length >= MAX_PANES ? words.panes.full : undefined}
        onClick={onAdd}
      >
        <Plus size={16} aria-hidden />
      </IconButton>
    </nav>
  );
}

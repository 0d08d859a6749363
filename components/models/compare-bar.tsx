import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import { catalogueWords } from './words-catalogue';

// Written out, because a class that is put together is not found by the style sheet.
const dots = ['bg-pane-1', 'bg-pane-2', 'bg-pane-3', 'bg-pane-4', 'bg-pane-5', 'bg-pane-6', 'bg-pane-7', 'bg-pane-8'];

export type CompareBarProps = {
  selected: readonly string[];
  models: ModelIndex;
  /** They are being opened. */
  opening: boolean;
  onRemove: (id: string) => void;
  onClear: () => void;
  onCompare: () => void;
};

/** What was chosen, at the foot of the page, and the way to see it side by side. */
export function CompareBar({ selected, models, opening, onRemove, onClear, onCompare }: CompareBarProps) {
  return (
    <section
      aria-label={catalogueWords.selection}
      className="sticky bottom-0 z-20 border-t border-line bg-surface px-4 py-2"
    >
      <div className="mx-auto flex max-w-[96rem] flex-wrap items-center gap-2">
        <ul className="flex min-w-0 grow basis-full gap-1.5 overflow-x-auto sm:basis-0">
          {selected.map((id, at) => {
            const model = findModel(models, id);
            const name = model ? shortName(model) : id;
            return (
              <li key={id} className="shrink-0">
                <Button
                  size="dense"
                  aria-label={catalogueWords.remove(name)}
                  tip={id}
                  className="max-w-56 rounded-full font-normal"
                  icon={<span aria-hidden className={cn('size-2 shrink-0 rounded-full', dots[at % dots.length])} />}
                  onClick={() => onRemove(id)}
                >
                  <span className="truncate">{name}</span>
                  <X size={14} aria-hidden className="shrink-0 text-muted" />
                </Button>
              </li>
            );
          })}
        </ul>
        <Button variant="ghost" className="max-sm:ms-auto" onClick={onClear}>
          {catalogueWords.clear}
        </Button>
        <Button variant="primary" loading={opening} onClick={onCompare}>
          {catalogueWords.compareSelected}
        </Button>
      </div>
    </section>
  );
}

'use client';
import { ChevronDown, ChevronUp, GripVertical, X } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { SelectField } from '@/components/ui/select-field';
import { useSortableItem } from '@/components/ui/sortable';
import type { Difference } from '@/lib/core/fallbacks';
import { findModel, type Model, type ModelIndex } from '@/lib/core/model';
import { formatPrice } from '@/lib/core/money';
import { baseOf, suffixOf, variantsOf } from '@/lib/core/variants';
import { words as w } from './words';

interface FallbackEntryProps {
  id: string;
  /** 0 is asked first. */
  at: number;
  count: number;
  name: string;
  models: ModelIndex;
  /** Against the first model. */
  differences: Difference[];
  onMove: (by: -1 | 1) => void;
  onRemove: (name: string) => void;
  onVariant: (id: string) => void;
}

function priceOf({ pricing }: Model): string {
  const [input, output] = [formatPrice(pricing.prompt), formatPrice(pricing.completion)];
  return input === output && !input.startsWith('$') ? input : `${input} / ${output}`;
}

/** One model of the list: its place, its price, its variant, and what changes when it serves. */
export function FallbackEntry(props: FallbackEntryProps) {
  const { id, at, count, name, models, differences, onMove, onRemove, onVariant } = props;
  const { ref, handleRef, isDragging } = useSortableItem(`${name}, place ${at + 1}`, at);
  const row = findModel(models, id);
  const variants = variantsOf(id, models);
  return (
    <li
      ref={ref}
      className={cn(
        'rounded-control border border-line bg-surface p-2 text-sm',
        isDragging && 'relative z-10 shadow-float',
      )}
    >
      <div className="flex items-center gap-1">
        {/* There even where nothing can be moved: without a handle the whole entry would be taken for a button. */}
        <IconButton
          ref={handleRef}
          label={w.drag(name)}
          size="dense"
          className={cn('cursor-grab touch-none', count === 1 && 'hidden')}
        >
          <GripVertical size={16} aria-hidden />
        </IconButton>
        <span className="min-w-0 grow truncate font-medium" title={id}>
          <span className="text-muted tabular-nums">{at + 1}</span> {name}
        </span>
        {count > 1 && (
          <>
            <IconButton label={w.up(name)} size="dense" disabled={at === 0} onClick={() => onMove(-1)}>
              <ChevronUp size={16} aria-hidden />
            </IconButton>
            <IconButton label={w.down(name)} size="dense" disabled={at === count - 1} onClick={() => onMove(1)}>
              <ChevronDown size={16} aria-hidden />
            </IconButton>
            <IconButton label={w.remove(name)} size="dense" onClick={() => onRemove(name)}>
              <X size={16} aria-hidden />
            </IconButton>
          </>
        )}
      </div>
      <p className="flex flex-wrap justify-between gap-x-2 text-xs text-muted">
        <span>{at === 0 ? w.first : differences.length === 0 ? w.same : null}</span>
        {row && <span className="tabular-nums">{priceOf(row)}</span>}
      </p>
      {differences.length > 0 && (
        <ul className="mt-1 flex flex-wrap gap-1 text-xs">
          {differences.map(({ text, worse }) => (
            <li
              key={text}
              className={cn(
                'rounded-control border px-1.5 py-0.5',
                worse ? 'border-warning-line bg-warning-tint' : 'border-line text-muted',
              )}
            >
              {text}
            </li>
          ))}
        </ul>
      )}
      {variants.length > 0 && (
        <SelectField
          label={w.variant(name)}
          labelHidden
          className="mt-2"
          value={suffixOf(id)}
          options={variants.map(({ suffix, label }) => ({ value: suffix, label: suffix === '' ? w.noVariant : label }))}
          onChange={(suffix) => onVariant(`${baseOf(id)}${suffix}`)}
        />
      )}
    </li>
  );
}

import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { CatalogueRow as Row } from '@/lib/core/catalogue-rows';
import { formatContext } from '@/lib/core/figures';
import { shortName } from '@/lib/core/model';
import { CapabilityMarks } from './capability-marks';
import { expiryWarning } from './expiry';
import { callText, monthText, monthTip } from './month-text';
import { PriceLabel } from './price-label';
import { isTiered, priceText, tierSentence } from './price-text';
import { catalogueWords } from './words-catalogue';

export type CatalogueRowProps = Row & {
  selected: boolean;
  /** As many as can be are chosen, and this is none of them. */
  blocked: boolean;
  /** Unix milliseconds. */
  now: number;
  /** Its place among all rows, of which only some are drawn. */
  index: number;
  measure: (row: Element | null) => void;
  onToggle: (id: string) => void;
  /** It has the focus, or has it no more. */
  onFocus: (id: string | null) => void;
};

const figure = 'px-2 py-1.5 text-end whitespace-nowrap';

/** A model of the table: what it is, what it costs by the token, and what the workload costs. */
export const CatalogueRow = memo(function CatalogueRow(props: CatalogueRowProps) {
  const { model, cost, selected, blocked, now, index, measure, onToggle, onFocus } = props;
  const { id, contextLength, maxCompletionTokens, pricing } = model;
  const { input, output, single } = priceText(pricing);
  const name = shortName(model);
  const warning = expiryWarning(model, now);
  const call = callText(cost);
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={selected ? 'border-b border-line bg-accent-tint' : 'border-b border-line hover:bg-hover'}
    >
      <td>
        <label
          className="flex h-touch cursor-pointer items-center justify-center has-aria-disabled:cursor-not-allowed"
          data-tip={blocked ? catalogueWords.full : undefined}
        >
          <input
            type="checkbox"
            aria-label={catalogueWords.compare(name)}
            aria-disabled={blocked || undefined}
            checked={selected}
            onChange={() => onToggle(id)}
            onFocus={() => onFocus(id)}
            onBlur={() => onFocus(null)}
            className="size-4 accent-accent aria-disabled:opacity-50"
          />
        </label>
      </td>
      <th scope="row" className="py-1.5 pe-2 text-start font-normal">
        <span className="flex items-center gap-1.5">
          <span className="truncate font-medium" data-tip={name}>
            {name}
          </span>
          {warning === null ? null : (
            <span className="shrink-0 text-warning" data-tip={warning}>
              <TriangleAlert size={14} aria-hidden />
              <VisuallyHidden>{warning}</VisuallyHidden>
            </span>
          )}
        </span>
        <span className="block truncate text-xs text-muted" data-tip={id}>
          {id}
        </span>
        <span className="block text-xs text-muted sm:hidden">
          {formatContext(contextLength)} · <PriceLabel pricing={pricing} />
        </span>
      </th>
      <td className="max-2xl:hidden">
        <CapabilityMarks model={model} />
      </td>
      <td className={`${figure} max-sm:hidden`}>{formatContext(contextLength)}</td>
      <td className={`${figure} max-2xl:hidden`}>
        {maxCompletionTokens === null ? '–' : formatContext(maxCompletionTokens)}
      </td>
      <td className={`${figure} max-sm:hidden`}>{single === null ? input : null}</td>
      <td className={`${figure} max-sm:hidden`}>
        {single ?? output}
        <span className="inline-block w-2 text-left text-warning" data-tip={tierSentence(pricing) || undefined}>
          {isTiered(pricing) ? '*' : null}
        </span>
      </td>
      <td className="px-2 py-1.5 text-end" data-tip={monthTip(cost)}>
        <span className={cost.kind === 'cost' ? 'font-medium' : 'text-muted'}>{monthText(cost)}</span>
        {call === null ? null : <span className="block text-xs text-muted">{call}</span>}
      </td>
    </tr>
  );
});

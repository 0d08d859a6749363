import { Check, CornerDownLeft, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { formatContext } from '@/lib/core/figures';
import { type Model, shortName } from '@/lib/core/model';
import { CapabilityMarks, capabilityNames } from './capability-marks';
import { expiryWarning } from './expiry';
import { PriceColumns } from './price-label';
import { priceSentence } from './price-lines';
import { pickerWords } from './words';

export type RowProps = {
  domId: string;
  position: number;
  /** Options in the whole list, of which only those in view are drawn. */
  size: number;
  /** Pixels from the top of the list. */
  top: number;
  active: boolean;
};

const frame =
  'absolute inset-x-0 mx-1 flex h-touch cursor-pointer items-center rounded-control px-2 text-sm select-none';

const option = ({ domId, position, size, top, active }: RowProps) => ({
  id: domId,
  role: 'option',
  'aria-selected': active,
  'aria-posinset': position + 1,
  'aria-setsize': size,
  'data-position': position,
  style: { top },
  className: active ? `${frame} bg-active` : frame,
});

const abilities = new WeakMap<Model, string>();

/** What the marks and columns show, in words; kept, because a row is drawn again at every key. */
function abilitiesOf(model: Model): string {
  const known = abilities.get(model);
  if (known !== undefined) return known;
  const context = `${pickerWords.context} ${formatContext(model.contextLength)}`;
  const words = [...capabilityNames(model), context, priceSentence(model.pricing)].join(', ');
  abilities.set(model, words);
  return words;
}

/** What a screen reader says: the row in one breath, with the words that the icons and columns stand for. */
const labelOf = (model: Model, current: boolean, warning: string | null): string =>
  [shortName(model), current ? pickerWords.current : null, model.id, warning, abilitiesOf(model)]
    .filter(Boolean)
    .join(', ');

export const ModelRow = memo(function ModelRow(props: RowProps & { model: Model; current: boolean; now: number }) {
  const { model, current, now } = props;
  const warning = expiryWarning(model, now);
  return (
    <div {...option(props)}>
      <VisuallyHidden>{labelOf(model, current, warning)}</VisuallyHidden>
      <span aria-hidden className="min-w-0 grow pr-3">
        {current || warning !== null ? (
          <span className="flex items-center gap-1.5">
            <span className="truncate font-medium">{shortName(model)}</span>
            {current ? <Check size={14} className="shrink-0 text-accent" aria-hidden /> : null}
            {warning === null ? null : (
              <span className="shrink-0 text-warning" data-tip={warning}>
                <TriangleAlert size={14} aria-hidden />
              </span>
            )}
          </span>
        ) : (
          <span className="block truncate font-medium">{shortName(model)}</span>
        )}
        <span className="block truncate text-xs text-muted">{model.id}</span>
      </span>
      <span aria-hidden className="flex shrink-0 flex-col-reverse items-end text-right sm:contents">
        <span className="flex items-center gap-1.5 pr-2 text-xs text-muted sm:contents sm:text-sm">
          <CapabilityMarks model={model} />
          <span className="w-9 shrink-0 sm:w-16 sm:text-fg">{formatContext(model.contextLength)}</span>
        </span>
        <PriceColumns pricing={model.pricing} />
      </span>
    </div>
  );
});

export const FreeFormRow = memo(function FreeFormRow(props: RowProps & { id: string; model: Model | undefined }) {
  return (
    <div {...option(props)}>
      <span className="min-w-0 grow truncate">{pickerWords.freeForm(props.id)}</span>
      <span aria-hidden className="flex shrink-0 items-center gap-2 pl-3 text-xs text-muted max-sm:hidden">
        {props.model ? pickerWords.variantOf(shortName(props.model)) : pickerWords.freeFormNote}
        <CornerDownLeft size={14} aria-hidden />
      </span>
    </div>
  );
});

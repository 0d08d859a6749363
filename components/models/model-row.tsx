import { Check, CornerDownLeft, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { formatContext } from '@/lib/core/figures';
import { type Model, shortName } from '@/lib/core/model';
import { CapabilityMarks, markWords } from './capability-marks';
import type { FreeForm } from './entries';
import { expiryWarning } from './expiry';
import { describeFreeForm } from './free-form';
import { PriceColumns } from './price-label';
import { priceSentence } from './price-text';
import { RowStar } from './star';
import { ageWords, favouriteWords, pickerWords, shortAge } from './words';

export type RowProps = {
  domId: string;
  position: number;
  /** Options in the whole list, of which only those in view are drawn. */
  size: number;
  /** Pixels from the top of the list. */
  top: number;
  active: boolean;
  favourite: boolean;
  /** The model that the pane has. */
  current: boolean;
  /** Why it cannot be chosen. */
  refusal: string | null;
};

const frame =
  'absolute inset-x-0 mx-1 flex h-touch cursor-pointer items-center rounded-control px-2 text-sm select-none';

const option = ({ domId, position, size, top, active, refusal }: RowProps) => ({
  id: domId,
  role: 'option',
  'aria-selected': active,
  'aria-disabled': refusal === null ? undefined : true,
  'aria-posinset': position + 1,
  'aria-setsize': size,
  'data-position': position,
  style: { top },
  className: active ? `${frame} bg-active` : frame,
});

const facts = new WeakMap<Model, string>();

/** What the marks and columns show, in words; kept, because a row is drawn again at every key. */
function factsOf(model: Model, now: number): string {
  const known = facts.get(model);
  if (known !== undefined) return known;
  const { contextLength, maxCompletionTokens, created } = model;
  const words = [
    ...markWords(model),
    `${pickerWords.context} ${formatContext(contextLength)}`,
    maxCompletionTokens === null ? null : pickerWords.maxOutput(formatContext(maxCompletionTokens)),
    priceSentence(model.pricing),
    created === null ? null : pickerWords.listed(ageWords(now - created * 1000)),
  ];
  const sentence = words.filter(Boolean).join(', ');
  facts.set(model, sentence);
  return sentence;
}

const nameOf = (favourite: boolean, current: boolean): (string | null)[] => [
  current ? pickerWords.current : null,
  favourite ? favouriteWords.favourite : null,
];

/** What a screen reader says: the row in one breath, with the words that the icons and columns stand for. */
const labelOf = ({ favourite, current, refusal }: RowProps, model: Model, warning: string | null, now: number) =>
  [shortName(model), ...nameOf(favourite, current), refusal, model.id, warning, factsOf(model, now)]
    .filter(Boolean)
    .join(', ');

const Current = () => <Check size={14} className="shrink-0 text-accent" aria-hidden />;

export const ModelRow = memo(function ModelRow(props: RowProps & { model: Model; now: number }) {
  const { model, favourite, current, refusal, now } = props;
  const { contextLength, maxCompletionTokens, supportedParameters, created } = model;
  const warning = expiryWarning(model, now);
  const name = refusal === null ? 'truncate font-medium' : 'truncate text-muted';
  return (
    <div {...option(props)}>
      <VisuallyHidden>{labelOf(props, model, warning, now)}</VisuallyHidden>
      <RowStar favourite={favourite} />
      <span aria-hidden className="min-w-0 grow pr-3">
        {current || warning !== null ? (
          <span className="flex items-center gap-1.5">
            <span className={name}>{shortName(model)}</span>
            {current ? <Current /> : null}
            {warning === null ? null : (
              <span className="shrink-0 text-warning" data-tip={warning}>
                <TriangleAlert size={14} aria-hidden />
              </span>
            )}
          </span>
        ) : (
          <span className={`block ${name}`}>{shortName(model)}</span>
        )}
        <span className="block truncate text-xs text-muted">{model.id}</span>
      </span>
      <span aria-hidden className="flex shrink-0 flex-col-reverse items-end text-right sm:contents">
        <span className="flex items-center gap-1.5 pr-2 text-xs text-muted sm:contents sm:text-sm">
          <CapabilityMarks model={model} />
          <span className="w-11 shrink-0 text-xs max-[1199px]:hidden">{supportedParameters?.length ?? '–'}</span>
          <span className="w-9 shrink-0 sm:w-20 sm:text-fg">{formatContext(contextLength)}</span>
        </span>
        <span className="w-18 shrink-0 max-[1199px]:hidden">
          {maxCompletionTokens === null ? '–' : formatContext(maxCompletionTokens)}
        </span>
        <span className="w-14 shrink-0 text-muted max-[1199px]:hidden">
          {created === null ? '–' : shortAge(now - created * 1000)}
        </span>
        <PriceColumns pricing={model.pricing} />
      </span>
    </div>
  );
});

export const FreeFormRow = memo(function FreeFormRow(props: RowProps & { option: FreeForm }) {
  const { favourite, current, refusal } = props;
  const { id, model, typed } = props.option;
  const { note } = describeFreeForm(id, model);
  const label = [typed ? pickerWords.freeForm(id) : id, ...nameOf(favourite, current), refusal, typed ? null : note];
  return (
    <div {...option(props)}>
      <VisuallyHidden>{label.filter(Boolean).join(', ')}</VisuallyHidden>
      <RowStar favourite={favourite} />
      <span aria-hidden className="flex min-w-0 grow items-center gap-1.5">
        <span className={refusal === null ? 'truncate' : 'truncate text-muted'}>
          {typed ? pickerWords.freeForm(id) : id}
        </span>
        {current ? <Current /> : null}
      </span>
      <span aria-hidden className="flex shrink-0 items-center gap-2 pl-3 text-xs text-muted max-sm:hidden">
        {note}
        {typed ? <CornerDownLeft size={14} aria-hidden /> : null}
      </span>
    </div>
  );
});

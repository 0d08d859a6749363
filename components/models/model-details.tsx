import { TriangleAlert } from 'lucide-react';
import { memo, useEffect, useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { formatContext } from '@/lib/core/figures';
import { type Model, shortName } from '@/lib/core/model';
import { DetailFacts, DetailSection } from './detail-section';
import type { Option } from './entries';
import { expiryWarning } from './expiry';
import { describeFreeForm } from './free-form';
import { PriceDetails } from './price-details';
import { reasoningWords } from './reasoning-words';
import { star } from './star';
import { dateWords, detailWords, favouriteWords } from './words';

const PAUSE_MS = 60;

const list = (kinds: string[]): string => (kinds.length > 0 ? kinds.join(', ') : detailWords.unknown);

type Starring = {
  favourite: boolean;
  onStar: ((id: string) => void) | undefined;
};

function Heading({ id, name, favourite, onStar }: Starring & { id: string; name: string }) {
  return (
    <div>
      <div className="flex items-start gap-1">
        <p className="line-clamp-3 min-w-0 grow text-base font-semibold wrap-anywhere">{name}</p>
        {onStar ? (
          <IconButton
            label={favouriteWords.favourite}
            tip={favourite ? favouriteWords.remove : favouriteWords.add}
            shortcut={favouriteWords.keys}
            size="dense"
            aria-pressed={favourite}
            className="aria-pressed:text-accent"
            onClick={() => onStar(id)}
          >
            {star(favourite)}
          </IconButton>
        ) : null}
      </div>
      <div className="flex items-start gap-1">
        <p className="min-w-0 grow py-1 font-mono text-xs wrap-anywhere text-muted line-clamp-6">{id}</p>
        <CopyButton text={id} label={detailWords.copyId} />
      </div>
    </div>
  );
}

function Facts({ model }: { model: Model }) {
  const { contextLength, maxCompletionTokens, inputModalities, outputModalities, created } = model;
  return (
    <DetailFacts
      facts={[
        [detailWords.context, formatContext(contextLength)],
        [detailWords.maxOutput, formatContext(maxCompletionTokens)],
        [detailWords.takes, list(inputModalities)],
        [detailWords.gives, list(outputModalities)],
        ...(created === null ? [] : [[detailWords.released, dateWords(created * 1000)] as [string, string]]),
      ]}
    />
  );
}

function ModelFacts({ model }: { model: Model }) {
  return (
    <>
      <Facts model={model} />
      <PriceDetails pricing={model.pricing} />
    </>
  );
}

const Warning = ({ children }: { children: string }) => (
  <p className="flex gap-2 rounded-control border border-warning-line bg-warning-tint px-2 py-1 text-xs">
    <TriangleAlert size={14} className="mt-px shrink-0 text-warning" aria-hidden />
    {children}
  </p>
);

function ModelSheet({ model, now }: { model: Model; now: number }) {
  const warning = expiryWarning(model, now);
  const reasoning = reasoningWords(model);
  return (
    <>
      {model.aliasTarget === null ? null : (
        <p className="text-xs wrap-anywhere text-muted">{detailWords.alias(model.aliasTarget)}</p>
      )}
      {warning === null ? null : <Warning>{warning}</Warning>}
      <ModelFacts model={model} />
      {reasoning === null ? null : (
        <DetailSection title={detailWords.reasoning}>
          <p className="text-xs wrap-anywhere">{reasoning}</p>
        </DetailSection>
      )}
      <DetailSection title={detailWords.parameters}>
        <p className="text-xs wrap-anywhere text-muted">
          {model.supportedParameters === null
            ? detailWords.parametersUnknown
            : model.supportedParameters.join(', ') || detailWords.parametersUnknown}
        </p>
      </DetailSection>
    </>
  );
}

type OptionSheetProps = Starring & { option: Option; now: number; refusal: string | null };

const OptionSheet = memo(function OptionSheet({ option, now, refusal, favourite, onStar }: OptionSheetProps) {
  const { id, model } = option;
  const freeForm = option.kind === 'free-form' ? describeFreeForm(id, model) : null;
  const name = freeForm?.note ?? (model ? shortName(model) : id);
  return (
    <>
      <Heading {...{ id, name, favourite, onStar }} />
      {refusal === null ? null : <Warning>{refusal}</Warning>}
      {freeForm ? <p className="text-xs text-muted">{freeForm.details}</p> : null}
      {freeForm && model ? <ModelFacts model={model} /> : null}
      {option.kind === 'model' ? <ModelSheet model={option.model} now={now} /> : null}
    </>
  );
});

export type ModelDetailsProps = {
  option: Option | undefined;
  now: number;
  favourites: readonly string[];
  refusalOf: (id: string) => string | null;
  onStar: ((id: string) => void) | undefined;
};

/** What is known of the active option, beside the list where the screen has room. */
export function ModelDetails({ option, now, favourites, refusalOf, onStar }: ModelDetailsProps) {
  const [shown, show] = useState<Option>();
  // The list is what a key is for: the pane beside it follows when the keys pause, and does not flicker under them.
  useEffect(() => {
    const timer = setTimeout(() => show(option), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [option]);
  return (
    <section
      aria-label={detailWords.region}
      className="hidden w-64 shrink-0 flex-col gap-3 overflow-y-auto border-l border-line p-4 min-[960px]:flex"
    >
      {shown ? (
        <OptionSheet
          option={shown}
          favourite={favourites.includes(shown.id)}
          refusal={refusalOf(shown.id)}
          {...{ now, onStar }}
        />
      ) : null}
    </section>
  );
}

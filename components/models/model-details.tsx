import { TriangleAlert } from 'lucide-react';
import { memo, useEffect, useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { formatContext, formatTokens } from '@/lib/core/figures';
import { type Model, shortName } from '@/lib/core/model';
import { DetailFacts, DetailSection } from './detail-section';
import type { Option } from './entries';
import { expiryWarning } from './expiry';
import { PriceDetails } from './price-details';
import { reasoningWords } from './reasoning-words';
import { dateWords, detailWords, pickerWords } from './words';

const PAUSE_MS = 60;

const list = (kinds: string[]): string => (kinds.length > 0 ? kinds.join(', ') : detailWords.unknown);

function Heading({ id, name }: { id: string; name: string }) {
  return (
    <div>
      <p className="line-clamp-3 text-base font-semibold wrap-anywhere">{name}</p>
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
        [detailWords.maxOutput, maxCompletionTokens === null ? detailWords.unknown : formatTokens(maxCompletionTokens)],
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

function ModelSheet({ model, now }: { model: Model; now: number }) {
  const warning = expiryWarning(model, now);
  const reasoning = reasoningWords(model);
  return (
    <>
      <Heading id={model.id} name={shortName(model)} />
      {model.aliasTarget === null ? null : (
        <p className="text-xs wrap-anywhere text-muted">{detailWords.alias(model.aliasTarget)}</p>
      )}
      {warning === null ? null : (
        <p className="flex gap-2 rounded-control border border-warning-line bg-warning-tint px-2 py-1 text-xs">
          <TriangleAlert size={14} className="mt-px shrink-0 text-warning" aria-hidden />
          {warning}
        </p>
      )}
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

const OptionSheet = memo(function OptionSheet({ option, now }: { option: Option | undefined; now: number }) {
  if (option === undefined) return null;
  if (option.kind === 'model') return <ModelSheet model={option.model} now={now} />;
  const { id, model } = option;
  return (
    <>
      <Heading id={id} name={model ? pickerWords.variantOf(shortName(model)) : pickerWords.freeFormNote} />
      <p className="text-xs text-muted">{model ? pickerWords.variantDetails : pickerWords.freeFormDetails}</p>
      {model ? <ModelFacts model={model} /> : null}
    </>
  );
});

/** What is known of the active option, beside the list where the screen has room. */
export function ModelDetails({ option, now }: { option: Option | undefined; now: number }) {
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
      <OptionSheet option={shown} now={now} />
    </section>
  );
}

import type { Pricing } from '@/lib/core/model';
import { DetailFacts, DetailSection } from './detail-section';
import { tokenPriceLines, unitPriceLines } from './price-lines';
import { priceText, tierLines } from './price-text';
import { detailWords } from './words';

/** Every price of a model: base, cache, tiers, and what is charged by the piece. */
export function PriceDetails({ pricing }: { pricing: Pricing }) {
  const { input, output } = priceText(pricing);
  const [tokens, units, tiers] = [tokenPriceLines(pricing), unitPriceLines(pricing), tierLines(pricing)];
  return (
    <>
      <DetailSection title={detailWords.prices}>
        <DetailFacts
          facts={[
            [detailWords.input, input],
            [detailWords.output, output],
            ...tokens.map(({ label, price }): [string, string] => [label, price]),
          ]}
        />
      </DetailSection>
      {tiers.length > 0 ? (
        <DetailSection title={detailWords.tiers}>
          <DetailFacts facts={tiers.map(({ when, price }) => [when, price])} />
        </DetailSection>
      ) : null}
      {units.length > 0 ? (
        <DetailSection title={detailWords.otherPrices}>
          <DetailFacts facts={units.map(({ label, price }) => [label, price])} />
        </DetailSection>
      ) : null}
    </>
  );
}

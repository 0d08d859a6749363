'use client';
import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { rememberModel } from '@/lib/browser/known-models';
import { isRouter, type Model, type ModelIndex, shortName } from '@/lib/core/model';
import { replacementsFor } from '@/lib/core/replacements';
import { expiryWarning } from './expiry';
import { goneWords } from './words';

/** What goes away later than this is nobody's worry while it is used. */
const NEAR_MS = 60 * 86_400_000;

const isNear = ({ expirationDate }: Model, now: number): boolean =>
  expirationDate !== null && Date.parse(expirationDate) < now + NEAR_MS;

export type GoneModelProps = {
  /** The id as the pane holds it. */
  id: string;
  /** Its row, if the list has one. */
  model: Model | undefined;
  /** The loaded list. */
  models: ModelIndex;
  onChoose: (id: string) => void;
  onOther: () => void;
};

/** A quiet line for a model that the list does not hold, or not for long: when it goes, and what could take its place. */
export function GoneModel({ id, model, models, onChoose, onOther }: GoneModelProps) {
  const [now] = useState(() => Date.now());
  const worry = model ? isNear(model, now) : !isRouter(id);
  const replacements = useMemo(() => {
    const today = new Date(now).toISOString().slice(0, 10);
    return worry ? replacementsFor(id, model, [...new Set(models.values())], today) : [];
  }, [worry, id, model, models, now]);
  if (!worry) return null;
  const choose = (chosen: string) => {
    rememberModel(chosen);
    onChoose(chosen);
  };
  return (
    <section
      aria-label={goneWords.note}
      className="mx-auto flex w-full max-w-[calc(72ch+2rem)] shrink-0 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2"
    >
      <p className="flex min-w-0 items-start gap-2 text-xs text-muted">
        <TriangleAlert size={14} className="mt-px shrink-0 text-warning" aria-hidden />
        {model ? (
          <span className="min-w-0">
            {shortName(model)}: {expiryWarning(model, now)}.
          </span>
        ) : (
          <span className="min-w-0">
            <span className="font-mono wrap-anywhere text-fg">{id}</span> {goneWords.gone}
          </span>
        )}
      </p>
      <span className="flex min-w-0 flex-wrap gap-2">
        {replacements.map((one) => (
          <Button key={one.id} size="dense" tip={one.id} className="max-w-full" onClick={() => choose(one.id)}>
            <span className="truncate">{goneWords.choose(shortName(one))}</span>
          </Button>
        ))}
        <Button size="dense" variant="ghost" onClick={onOther}>
          {goneWords.other}
        </Button>
      </span>
    </section>
  );
}

'use client';
import { Composer } from '@/components/chat/composer';
import { RunEstimate } from '@/components/costs/run-estimate';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import type { Pane } from '@/lib/core/workspace';
import { Variables } from './variables';

interface OwnComposerProps {
  pane: Pane;
  models: ModelIndex;
  /** Opens what may be spent. */
  onCaps: () => void;
}

/** The composer of one pane among several, at its foot: what is typed here goes to this pane alone. */
export function OwnComposer({ pane, models, onCaps }: OwnComposerProps) {
  const model = findModel(models, pane.modelId);
  const named = { id: pane.id, name: model ? shortName(model) : pane.modelId };
  const typed = (pane.draft?.text ?? '').trim() !== '';
  return (
    <Composer
      pane={named}
      fields={<Variables pane={named} />}
      estimate={typed && <RunEstimate paneId={pane.id} models={models} onCaps={onCaps} />}
    />
  );
}

'use client';
import { toast } from '@/components/ui/toast';
import { forceParameter, setParameter } from '@/lib/browser/actions';
import { type ParameterName, PARAMETERS, type Sampling } from '@/lib/core/parameters';
import { foldedWords as w } from './words-folded';

/** Unsets every parameter of a pane. @param sampling what is set, `forced` what is sent anyway: Undo brings them back */
export function resetAll(paneId: string, sampling: Sampling, forced: readonly ParameterName[]): void {
  for (const { name } of PARAMETERS) {
    setParameter(paneId, name, undefined);
    forceParameter(name, false);
  }
  const undo = (): void => {
    for (const { name } of PARAMETERS) if (sampling[name] !== undefined) setParameter(paneId, name, sampling[name]);
    for (const name of forced) forceParameter(name, true);
  };
  toast(w.resetDone, { action: { label: w.undo, onSelect: undo } });
}

'use client';
import { Activity, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { focusComposer } from '@/components/chat/composer';
import { onDemand } from '@/components/ui/on-demand';
import { addFallback, regenerate, setModel } from '@/lib/browser/actions';
import { addPane } from '@/lib/browser/add-pane';
import { whenQuiet } from '@/lib/browser/when-quiet';
import { picking } from './picking';

const loadPicker = () => import('./pane-model-picker');
const PaneModelPicker = onDemand(() => loadPicker().then(({ PaneModelPicker }) => PaneModelPicker));

const close = (): void => picking.set(null);
const nothing = (): null => null;

interface PickerHostProps {
  /** The pane that it is drawn ahead for. */
  selected: string;
  onNewPane: (paneId: string) => void;
}

/**
 * The picker, drawn out of sight before it is wanted and kept there between two openings: to open it is then to show it.
 * React draws what is hidden when nothing else is to be done.
 */
export function PickerHost({ selected, onNewPane }: PickerHostProps) {
  const open = useSyncExternalStore(picking.listen, picking.get, nothing);
  const [near, setNear] = useState(false);
  // Every opening starts fresh, so that each has a picker of its own.
  const [turn, setTurn] = useState(0);

  // No part of the first load; a hand on the mouse or the keys says that it may be wanted soon.
  useEffect(() => {
    const draw = (): void =>
      void loadPicker().then(
        (picker) => {
          picker.warm();
          setNear(true);
        },
        () => {},
      );
    const giveUp = whenQuiet(draw);
    return () => {
      giveUp();
      // Whoever leaves the page through the picker comes back to the page.
      close();
    };
  }, []);

  const end = useCallback(() => {
    if (picking.get() === null) return;
    setNear(true);
    setTurn((before) => before + 1);
    close();
  }, []);

  const choose = (modelId: string): void => {
    const chosen = picking.get();
    if (chosen === null) return;
    end();
    const { paneId, adds, answerId } = chosen;
    if (adds === 'fallback') return addFallback(paneId, modelId);
    if (adds === 'pane') onNewPane(addPane(modelId));
    else setModel(paneId, modelId);
    if (answerId === undefined) focusComposer(paneId);
    else void regenerate(paneId, answerId);
  };

  if (open === null && !near) return null;
  return (
    <Activity mode={open === null ? 'hidden' : 'visible'}>
      <PaneModelPicker
        key={turn}
        paneId={open?.paneId ?? selected}
        adds={open?.adds ?? null}
        openedAt={open?.at}
        onClose={end}
        onChoose={choose}
      />
    </Activity>
  );
}

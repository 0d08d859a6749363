'use client';
import { Plus, Route } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Sortable } from '@/components/ui/sortable';
import { toast } from '@/components/ui/toast';
import { setExtra, setModels } from '@/lib/browser/actions';
import { today } from '@/lib/browser/rehearsal';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { differencesOf, fallbackProblems } from '@/lib/core/fallbacks';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import { notesFor } from '@/lib/core/notes';
import { MAX_FALLBACKS, samplingOf } from '@/lib/core/request';
import { pluginOf, routerOptionsOf, withRouterOptions } from '@/lib/core/router-options';
import { FallbackEntry } from './fallback-entry';
import { Rehearsal } from './rehearsal';
import { RouterFields } from './router-fields';
import { words as w } from './words';

interface FallbacksPanelProps {
  paneId: string;
  models: ModelIndex;
  /** Opens the picker for one more. */
  onAdd: () => void;
}

/** The models of a pane in the order in which they are asked, and what changes when the next one serves. */
export function FallbacksPanel({ paneId, models, onAdd }: FallbacksPanelProps) {
  const pane = useWorkspaceStore(({ workspace }) => workspace.panes.find(({ id }) => id === paneId));
  const shared = useWorkspaceStore(({ workspace }) => workspace.sampling);
  const forced = useWorkspaceStore(({ workspace }) => workspace.forced);
  const [rehearsing, setRehearsing] = useState(false);
  const sent = useMemo(
    () =>
      pane
        ? notesFor(samplingOf({ sampling: shared }, pane), pane, models, forced)
            .filter((note) => note.sent)
            .map(({ name }) => name)
        : [],
    [pane, shared, models, forced],
  );
  if (!pane) return null;
  const ids = [pane.modelId, ...pane.fallbacks];
  const rows = ids.map((id) => findModel(models, id));
  const set = (next: string[]): void => setModels(paneId, next);
  const move = (from: number, to: number): void => {
    const [moved] = ids.slice(from, from + 1);
    if (moved !== undefined && to >= 0 && to < ids.length) set(ids.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  const remove = (at: number, name: string): void => {
    set(ids.toSpliced(at, 1));
    toast(w.removed(name), { action: { label: w.undo, onSelect: () => set(ids) } });
  };
  const routers = [...new Set(ids.flatMap((id) => pluginOf(id) ?? []))];
  const full = pane.fallbacks.length >= MAX_FALLBACKS;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-xs text-muted">{w.intro}</p>
      {fallbackProblems(pane, models, today()).map((problem) => (
        <Banner key={problem} tone="warning">
          {problem}
        </Banner>
      ))}
      <Sortable onMove={move}>
        <ol aria-label={w.list} className="flex flex-col gap-2">
          {ids.map((id, at) => (
            <FallbackEntry
              // A list that was imported may name a model twice.
              key={`${id}#${ids.slice(0, at).filter((other) => other === id).length}`}
              id={id}
              at={at}
              count={ids.length}
              name={rows[at] ? shortName(rows[at]) : id}
              models={models}
              differences={at === 0 ? [] : differencesOf(rows[0], rows[at], sent)}
              onMove={(by) => move(at, at + by)}
              onRemove={(name) => remove(at, name)}
              onVariant={(next) => set(ids.toSpliced(at, 1, next))}
            />
          ))}
        </ol>
      </Sortable>
      {routers.map((plugin) => (
        <RouterFields
          key={plugin}
          options={routerOptionsOf(pane.extra, plugin)}
          onChange={(options) => setExtra(paneId, withRouterOptions(pane.extra, plugin, options))}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button
          size="dense"
          icon={<Plus size={16} aria-hidden />}
          disabledReason={full ? w.full : undefined}
          aria-haspopup="dialog"
          onClick={onAdd}
        >
          {w.add}
        </Button>
        <Button
          size="dense"
          variant="ghost"
          icon={<Route size={16} aria-hidden />}
          tip={w.rehearseTip}
          aria-expanded={rehearsing}
          onClick={() => setRehearsing((was) => !was)}
        >
          {w.rehearse}
        </Button>
      </div>
      {rehearsing && <Rehearsal paneId={paneId} models={models} />}
    </div>
  );
}

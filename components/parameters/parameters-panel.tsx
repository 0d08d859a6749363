'use client';
import { RotateCcw } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SearchField } from '@/components/ui/search-field';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { findModel, type ModelIndex } from '@/lib/core/model';
import { type Note, notesFor, supportOf } from '@/lib/core/notes';
import { samplingOf } from '@/lib/core/request';
import { ExtraJson, loadResetAll, RoutingTally, warmFolded } from './folded';
import { ParameterFold, type Tally } from './parameter-fold';
import { ParameterRow } from './parameter-row';
import type { NamedParameter } from './row';
import { findRows, GROUPS, isCalled, rowsOf } from './rows-of';
import { SystemPrompt } from './system-prompt';
import { words } from './words';

const tallyOf = (notes: readonly Note[]): Tally => ({
  set: notes.filter(({ state }) => state !== 'default').length,
  dropped: notes.filter(({ state }) => state === 'dropped').length,
  conflicts: notes.filter(({ state }) => state === 'conflict').length,
});

/** System prompt and parameters: a row for each entry of the table. @param routing the controls of provider routing */
export function ParametersPanel({
  paneId,
  models,
  routing,
}: {
  paneId: string;
  models: ModelIndex;
  routing?: ReactNode;
}) {
  const panes = useWorkspaceStore(({ workspace }) => workspace.panes);
  const shared = useWorkspaceStore(({ workspace }) => workspace.sampling);
  const forced = useWorkspaceStore(({ workspace }) => workspace.forced);
  const [search, setSearch] = useState('');
  const pane = panes.find(({ id }) => id === paneId) ?? panes[0];
  // Typing in the composer changes the workspace too, and must not draw thirty rows anew.
  const sampling = useMemo(() => (pane ? samplingOf({ sampling: shared }, pane) : {}), [shared, pane]);
  const notes = useMemo(() => (pane ? notesFor(sampling, pane, models, forced) : []), [sampling, pane, models, forced]);
  if (!pane) return null;

  const query = search.trim();
  const model = findModel(models, pane.modelId);
  const found = query === '' ? null : findRows(query);
  const extraFound = isCalled(query, words.extra);
  const routingFound =
    routing !== undefined && isCalled(query, words.routing, query.length > 2 ? words.routingNames : '');
  const others = [...(extraFound ? [words.extra] : []), ...(routingFound ? [words.routing] : [])];
  const status = words.found(found?.length ?? 0, others) || words.notFound;
  const { set } = tallyOf(notes);

  const row = (parameter: NamedParameter) => {
    const note = notes.find(({ name }) => name === parameter.name);
    const { takers, total } = supportOf(parameter, pane, models);
    return (
      <ParameterRow
        key={parameter.name}
        paneId={pane.id}
        parameter={parameter}
        value={sampling[parameter.name]}
        model={model}
        forced={forced.includes(parameter.name)}
        state={note?.state ?? 'default'}
        sent={note?.sent ?? false}
        reason={note?.reason ?? ''}
        takers={takers}
        total={total}
      />
    );
  };

  return (
    // Positioned, so that what only a screen reader sees is cut off where the panel scrolls, and does not lengthen the page.
    <div className="relative flex flex-col gap-4" onPointerEnter={warmFolded} onFocus={warmFolded}>
      <SystemPrompt pane={pane} />
      <div>
        <SearchField
          label={words.search}
          clearLabel={words.clear}
          query={search}
          status={found === null ? '' : status}
          onQuery={setSearch}
        />
        <div className="mt-1 flex items-center justify-between gap-2 text-xs text-muted">
          <span className="tabular-nums">{words.setCount(set)}</span>
          <Button
            variant="ghost"
            size="dense"
            icon={<RotateCcw size={14} aria-hidden />}
            className="-mr-2"
            disabledReason={set + forced.length === 0 ? words.nothingSet : undefined}
            onClick={() => void loadResetAll().then(({ resetAll }) => resetAll(pane.id, sampling, forced))}
          >
            {words.resetAll}
          </Button>
        </div>
      </div>
      {found ? (
        <div className="flex flex-col gap-3">
          {found.map(row)}
          {extraFound ? <ExtraJson pane={pane} notes={notes} /> : null}
          {routingFound ? routing : null}
          {found.length === 0 && others.length === 0 ? <p className="text-sm text-muted">{words.notFound}</p> : null}
        </div>
      ) : null}
      {/* Searched, the groups stay as they were left. */}
      <div hidden={found !== null}>
        {GROUPS.map((group) => {
          const rows = rowsOf(group);
          return (
            <ParameterFold
              key={group}
              title={words.groups[group]}
              tally={tallyOf(notes.filter(({ name }) => rows.some((parameter) => parameter.name === name)))}
              startOpen={group === 'sampling' || group === 'length'}
            >
              {rows.map(row)}
            </ParameterFold>
          );
        })}
        <ParameterFold title={words.extra} tally={{ set: Object.keys(pane.extra).length, dropped: 0, conflicts: 0 }}>
          <ExtraJson pane={pane} notes={notes} />
        </ParameterFold>
        {routing === undefined ? null : (
          <ParameterFold
            title={words.routing}
            count={Object.keys(pane.routing).length > 0 ? <RoutingTally pane={pane} models={models} /> : null}
          >
            {routing}
          </ParameterFold>
        )}
      </div>
    </div>
  );
}

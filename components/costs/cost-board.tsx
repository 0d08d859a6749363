'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import { lookUp } from '@/lib/browser/reconcile';
import { spentBefore } from '@/lib/browser/spend-watch';
import { type BoardColumn, countsDiffer, marksOf, sortRows, sumRow } from '@/lib/core/ledger/board';
import { isAnswer } from '@/lib/core/message';
import type { ModelIndex } from '@/lib/core/model';
import { formatCost, ZERO_USD } from '@/lib/core/money';
import { type BoardPane, boardRows, copiedNames, type Scope } from './board-rows';
import { boardCsv, boardMarkdown, rowSentence } from './cells';
import { SpendCapsForm } from './spend-caps-form';
import { CostTable, type Sorting } from './cost-table';
import { WhatIf } from './what-if';
import { words } from './words';

const w = words.board;

const SCOPES = (['run', 'conversation', 'session'] as const).map((value) => ({ value, label: w.scopes[value] }));
const VIEWS = (['costs', 'what-if', 'caps'] as const).map((value) => ({ value, label: w.views[value] }));

export type CostView = (typeof VIEWS)[number]['value'];

/** What text sorts upwards first, figures too: the least cost and time are what is looked for; of speed it is the most. */
const firstDirection = (column: BoardColumn): 1 | -1 => (column === 'speed' ? -1 : 1);

function Costs({ panes, models, actions }: Omit<CostBoardProps, 'onClose' | 'view'>) {
  const [scope, setScope] = useState<Scope>('run');
  const [sorting, setSorting] = useState<Sorting | null>(null);
  // Versions that are not shown count as well, and nobody has asked for their bills in this visit.
  useEffect(() => {
    for (const { id, conversation } of panes) lookUp(id, Object.values(conversation.messages).filter(isAnswer));
  }, [panes]);
  const earlier = scope === 'session' ? spentBefore() : ZERO_USD;
  const unsorted = boardRows(scope, panes, models);
  const copied = copiedNames(scope, panes);
  const rows = sorting ? sortRows(unsorted, sorting.column, sorting.direction) : unsorted;
  const marks = marksOf(rows);
  const ids = scope === 'session' ? unsorted.map(({ id }) => id) : panes.map(({ id }) => id);
  const sort = (column: BoardColumn): void =>
    setSorting((before) =>
      before?.column === column
        ? { column, direction: before.direction === 1 ? -1 : 1 }
        : { column, direction: firstDirection(column) },
    );
  return (
    <>
      <div>
        <Segmented label={w.scope} labelHidden value={scope} options={SCOPES} onChange={setScope} />
        <p className="mt-1 text-xs text-muted">{w.scopeNotes[scope]}</p>
      </div>
      {earlier > 0n && <p className="text-sm">{w.earlier(formatCost(earlier))}</p>}
      {rows.length === 0 ? (
        <p className="text-sm text-muted">{w.none}</p>
      ) : (
        <>
          <CostTable
            rows={rows}
            places={new Map(ids.map((id, at) => [id, at]))}
            marks={marks}
            counting={scope !== 'run'}
            sorting={sorting}
            onSort={sort}
          />
          {copied.length > 0 && <p className="text-xs text-muted">{w.copied(copied.join(', '))}</p>}
          {countsDiffer(rows) && <p className="text-xs text-muted">{w.unequal}</p>}
          <ul aria-label={w.asText} className="sr-only">
            {rows.map((row) => (
              <li key={row.id}>{rowSentence(row, marks.get(row.id) ?? [])}</li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            <CopyButton withText label={w.markdown} text={() => boardMarkdown(rows, sumRow(w.sum, rows), marks)} />
            <CopyButton withText label={w.csv} text={() => boardCsv(rows)} />
            {actions}
          </div>
        </>
      )}
    </>
  );
}

interface CostBoardProps {
  panes: readonly BoardPane[];
  models: ModelIndex;
  /** What is seen first. */
  view: CostView;
  /** What else can be done with the answers. */
  actions?: ReactNode;
  /** Stands beside the choice of the view. */
  aside?: ReactNode;
  onClose: () => void;
}

/** What the answers of some panes cost, beside each other; and what they would cost elsewhere. */
export function CostBoard({ panes, models, view: first, actions, aside, onClose }: CostBoardProps) {
  const [view, setView] = useState(first);
  return (
    <Dialog open size="wide" title={w.title} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Segmented label={w.view} labelHidden value={view} options={VIEWS} onChange={setView} />
          {aside}
        </div>
        {view === 'costs' && <Costs panes={panes} models={models} actions={actions} />}
        {view === 'what-if' && <WhatIf panes={panes} models={models} />}
        {view === 'caps' && <SpendCapsForm />}
      </div>
    </Dialog>
  );
}

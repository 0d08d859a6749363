'use client';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { PLAIN_VIEW, writeView } from '@/lib/core/catalogue-view';
import { formatTokens } from '@/lib/core/figures';
import { servedRow } from '@/lib/core/ledger/answer-cost';
import { searchWish } from '@/lib/core/ledger/search-fee';
import { type WhatIf as Priced, whatIf } from '@/lib/core/ledger/what-if';
import { priceOfCalls, workloadOf } from '@/lib/core/ledger/workload';
import { isChatModel, type Model, type ModelIndex } from '@/lib/core/model';
import { isSimulatorFault, modelSearch, searchModels } from '@/lib/core/model-search';
import { answerName, type BoardPane, countedAnswers } from './board-rows';
import { WhatIfTable } from './what-if-table';
import { words } from './words';

const w = words.whatIf;

/** Rows that are shown at once. */
const MOST = 20;
const CALLS = 1000;

const costsNothing = ({ cost }: Priced): boolean => cost.kind === 'cost' && cost.each.high === 0n;

/** Every row once: an index holds them by several names. */
const rowsOf = (models: ModelIndex): Model[] => [...new Set(models.values())].filter(isChatModel);

/** The tokens of an answer, priced on other models, a number of times a month. */
export function WhatIf({ panes, models }: { panes: readonly BoardPane[]; models: ModelIndex }) {
  const told = countedAnswers(panes);
  const [answerId, setAnswerId] = useState(told[0]?.answer.id ?? '');
  const [query, setQuery] = useState('');
  const [calls, setCalls] = useState<number | undefined>(CALLS);
  const [wide, setWide] = useState(false);
  const chosen = told.find(({ answer }) => answer.id === answerId) ?? told[0];
  const names = told.map(({ pane, answer, question }) =>
    w.answer(answerName(answer, panes, pane.id, models), question.trim().slice(0, 40)),
  );
  // Versions answer the same question.
  const labels = names.map((name, at) => w.again(name, names.slice(0, at).filter((one) => one === name).length + 1));
  const all = useMemo(() => rowsOf(models), [models]);
  const search = useMemo(() => modelSearch(all), [all]);
  if (!chosen) return <p className="text-sm text-muted">{w.none}</p>;

  const { used } = chosen;
  const own = servedRow(chosen.answer.receipt, models);
  // By the request alone: what a model does by itself, another does not.
  const asked = used.searches > 0 ? searchWish(chosen.answer.sent?.settings ?? {}, '') : null;
  const searched = query.trim() !== '';
  // What fails on purpose is nobody's alternative.
  const found = searched
    ? searchModels(search, query).flatMap((section) => section.models)
    : all.filter(({ id }) => !isSimulatorFault(id));
  // Free models would fill the first screen with nothing to compare; who looks for them finds them.
  const priced = whatIf(found, used, calls ?? 0, asked).filter((one) => searched || !costsNothing(one));
  const workload = workloadOf(used, calls ?? 0);
  const shown = wide ? priced : priced.slice(0, MOST);
  return (
    <>
      <p className="text-sm">
        {w.used(formatTokens(used.prompt), formatTokens(used.cached), formatTokens(used.completion), used.searches)}
      </p>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <SelectField
          label={w.of}
          value={chosen.answer.id}
          options={told.map(({ answer }, at) => ({ value: answer.id, label: labels[at] ?? '' }))}
          onChange={setAnswerId}
        />
        <TextField label={w.search} type="search" value={query} onChange={setQuery} />
        <NumberField label={w.calls} value={calls} onChange={setCalls} min={1} max={1_000_000_000} step={1} />
      </div>
      <Banner tone="warning">{w.warning}</Banner>
      {priced.length === 0 ? (
        <p className="text-sm text-muted">{w.noMatch}</p>
      ) : (
        // What it has answered did fit, whatever the list says.
        <WhatIfTable own={own && { model: own, cost: priceOfCalls(own, used, calls ?? 0, asked) }} rows={shown} />
      )}
      <Link
        href={`/models${writeView({ ...PLAIN_VIEW, workload })}`}
        prefetch={false}
        className="text-sm text-accent underline"
      >
        {w.everywhere}
      </Link>
      {used.written + used.images + used.audio + used.reasoning > 0 && (
        <p className="text-xs text-muted">{w.plainly}</p>
      )}
      {asked && <p className="text-xs text-muted">{w.plainSearch}</p>}
      {priced.length > shown.length && (
        <div className="flex flex-wrap items-center gap-3 text-xs text-muted">
          <Button size="dense" onClick={() => setWide(true)}>
            {w.all(priced.length)}
          </Button>
          {!searched && w.more}
        </div>
      )}
    </>
  );
}

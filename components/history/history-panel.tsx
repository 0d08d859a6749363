'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SearchField } from '@/components/ui/search-field';
import { toast } from '@/components/ui/toast';
import {
  deleteWorkspaces,
  exportHistory,
  exportWorkspace,
  heldSummaries,
  importHistory,
  listSummaries,
  openWorkspace,
} from '@/lib/browser/history';
import { useAway } from '@/lib/browser/background';
import { download } from '@/lib/browser/download';
import { libraryValue, takeLibrary } from '@/lib/browser/library-files';
import { useLive } from '@/lib/browser/use-live';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import { stretchesOf, type Summary } from '@/lib/core/summary';
import { HistoryItem } from './history-item';
import { HistoryMenu } from './history-menu';
import { StorageFoot } from './storage-foot';
import { useNow } from './use-now';
import { useTextSearch } from './use-text-search';
import { words } from './words';

/** Rows that are drawn at once, and that each press adds. */
const STEP = 100;

interface HistoryPanelProps {
  models: ModelIndex;
  /** What was chosen stands on the screen. */
  onLeave: () => void;
}

async function saveAll(): Promise<void> {
  // Without the library rather than not at all.
  const presets = await libraryValue().catch(() => null);
  download(await exportHistory(presets), 'playground-history.json');
}

async function saveOne({ id, title }: Summary): Promise<void> {
  const blob = await exportWorkspace(id);
  if (blob) download(blob, fileName(title));
}

const fileName = (title: string): string =>
  `${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'conversation'}.json`;

/** The conversations that this device keeps: the upper section of the left zone. */
export function HistoryPanel({ models, onLeave }: HistoryPanelProps) {
  const known = useLive(listSummaries);
  const current = useWorkspaceStore(({ workspace }) => workspace.id);
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(STEP);
  const away = useAway(({ ids }) => ids);
  const now = useNow();
  const { found, done } = useTextSearch(query);

  const held = heldSummaries();
  const all = [...held, ...(known ?? []).filter(({ id }) => held.every((other) => other.id !== id))];
  const wanted = query.trim().toLowerCase();
  const listed =
    wanted === '' ? all : all.filter(({ id, title }) => title.toLowerCase().includes(wanted) || found.has(id));
  const stretches = stretchesOf(listed, now, limit);
  const nameOf = (id: string): string => {
    const model = findModel(models, id);
    return model ? shortName(model) : id;
  };
  const open = async ({ id }: Summary): Promise<void> => {
    const problem = await openWorkspace(id);
    if (problem === null) onLeave();
    else toast(problem, { tone: 'danger' });
  };
  const remove = async (summaries: readonly Summary[], message: string): Promise<void> => {
    const undo = await deleteWorkspaces(summaries.map(({ id }) => id));
    toast(message, { action: { label: words.undo, onSelect: () => void undo() } });
  };
  const take = async (file: File): Promise<void> => {
    const taken = await importHistory(file);
    if ('problem' in taken) {
      toast(taken.problem, { tone: 'danger' });
      return;
    }
    const presets = taken.presets === null ? 0 : await takeLibrary(taken.presets);
    const added = typeof presets === 'number' ? presets : 0;
    toast(words.imported(taken.added, taken.same, taken.unread, added));
    if (typeof presets !== 'number') toast(presets.problem, { tone: 'danger' });
  };
  return (
    <section aria-label={words.title} className="flex min-h-0 grow basis-0 flex-col pt-3">
      <div className="flex items-center justify-between ps-4 pe-3 pb-2">
        <h2 className="text-sm font-semibold">{words.title}</h2>
        <HistoryMenu
          onExport={() => void saveAll()}
          onImport={(file) => void take(file)}
          onDeleteAll={all.length > 0 ? () => void remove(all, words.removedAll(all.length)) : undefined}
        />
      </div>
      {all.length > 0 && (
        <div className="px-2 pb-2">
          <SearchField
            label={words.search}
            clearLabel={words.clear}
            query={query}
            status={wanted === '' ? '' : done ? words.found(listed.length) : words.searching}
            onQuery={setQuery}
          />
        </div>
      )}
      <div className="min-h-0 grow overflow-y-auto px-2 pb-2">
        {known && all.length === 0 && <p className="px-2 text-sm text-muted">{words.empty}</p>}
        {wanted !== '' && listed.length === 0 && (
          <p className="px-2 text-sm text-muted">{done ? words.notFound : words.searching}</p>
        )}
        {stretches.map(({ label, summaries }) => (
          <section key={label} aria-label={label}>
            <h3 className="px-2 pt-2 pb-1 text-xs font-medium text-muted">{label}</h3>
            <ul className="flex flex-col gap-0.5">
              {summaries.map((summary) => (
                <HistoryItem
                  key={summary.id}
                  summary={summary}
                  current={summary.id === current}
                  answering={away.includes(summary.id)}
                  models={summary.models.map(nameOf)}
                  found={
                    wanted === '' || summary.title.toLowerCase().includes(wanted) ? undefined : found.get(summary.id)
                  }
                  onOpen={() => void open(summary)}
                  onSave={() => void saveOne(summary)}
                  onDelete={() => void remove([summary], words.removed(summary.title || words.untitled))}
                />
              ))}
            </ul>
          </section>
        ))}
        {listed.length > limit && (
          <Button variant="ghost" size="dense" className="mt-2 w-full" onClick={() => setLimit(limit + STEP)}>
            {words.more(listed.length - limit)}
          </Button>
        )}
      </div>
      <StorageFoot />
    </section>
  );
}

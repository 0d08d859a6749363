import 'client-only';
import { Dexie, type EntityTable } from 'dexie';
import { DATABASE } from './journal';
import type { SavedPreset } from '@/lib/core/library';
import { readStoredWorkspace } from '@/lib/core/stored-workspace';
import { type Summary, summaryOf } from '@/lib/core/summary';
import type { StoredWorkspace } from '@/lib/core/workspace';

// Loaded on demand (26 KB): nothing is kept before something was typed.

/** A row that nobody could read: taken out of its table, so that the rest loads. */
export interface AsideRow {
  key: number;
  /** Unix milliseconds. */
  at: number;
  /** The table it stood in. */
  table: string;
  row: unknown;
}

/** What was deleted a short time ago, as it stood in its table. */
export interface DeletedRow {
  key: number;
  /** Unix milliseconds. */
  at: number;
  table: 'workspaces' | 'presets';
  id: string;
  row: unknown;
}

/** What this device keeps. */
export class Database extends Dexie {
  /** Whole workspaces, conversations included. */
  declare workspaces: EntityTable<StoredWorkspace, 'id'>;
  /** What the history shows of each of them; written in one transaction with it. */
  declare summaries: EntityTable<Summary, 'id'>;
  /** Presets with their versions. */
  declare presets: EntityTable<SavedPreset, 'id'>;
  declare aside: EntityTable<AsideRow, 'key'>;
  declare deleted: EntityTable<DeletedRow, 'key'>;

  constructor() {
    super(DATABASE);
    this.version(1).stores({ workspaces: 'id, updatedAt' });
    this.version(2)
      .stores({
        workspaces: 'id, updatedAt',
        summaries: 'id, updatedAt',
        presets: 'id, updatedAt',
        aside: '++key',
      })
      .upgrade(async (change) => {
        const rows = await change.table('workspaces').toArray();
        const read = rows.map(readStoredWorkspace).filter((row) => row !== null);
        await change.table('summaries').bulkPut(read.map(summaryOf));
      });
    this.version(3).stores({ deleted: '++key, at, id' });
  }
}

let database: Database | undefined;

export const openDatabase = (): Database => (database ??= new Database());

import 'client-only';
import { Dexie, type EntityTable } from 'dexie';
import type { StoredWorkspace } from '@/lib/core/workspace';

// Loaded on demand (26 KB): nothing is kept before something was typed.

/** What this device keeps. The one table holds whole workspaces, conversations included. */
export class Database extends Dexie {
  declare workspaces: EntityTable<StoredWorkspace, 'id'>;

  constructor() {
    super('openrouter-playground');
    this.version(1).stores({ workspaces: 'id, updatedAt' });
  }
}

let database: Database | undefined;

export const openDatabase = (): Database => (database ??= new Database());

import 'client-only';
import { Dexie, type EntityTable } from 'dexie';
import type { SavedPreset } from '@/lib/core/library';
import type { StoredWorkspace } from '@/lib/core/workspace';

// Loaded on demand (26 KB): nothing is kept before something was typed.

/** What this device keeps: whole workspaces, conversations included, and presets with their versions. */
export class Database extends Dexie {
  declare workspaces: EntityTable<StoredWorkspace, 'id'>;
  declare presets: EntityTable<SavedPreset, 'id'>;

  constructor() {
    super('openrouter-playground');
    this.version(1).stores({ workspaces: 'id, updatedAt' });
    this.version(2).stores({ presets: 'id, updatedAt' });
  }
}

let database: Database | undefined;

export const openDatabase = (): Database => (database ??= new Database());

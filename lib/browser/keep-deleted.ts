import 'client-only';
import { type DeletedRow, openDatabase } from './database';

const DAY_MS = 86_400_000;
export const DAYS_KEPT = 7;

/** Keeps what is about to be deleted; where there is no room for that, it is deleted all the same. Never rejects. */
export const keepDeleted = (table: DeletedRow['table'], row: { id: string }): Promise<void> =>
  openDatabase()
    .deleted.add({ at: Date.now(), table, id: row.id, row })
    .then(
      () => {},
      () => {},
    );

/** What was brought back by Undo is not deleted any more. Never rejects. */
export const forgetDeleted = (ids: readonly string[]): Promise<void> =>
  openDatabase()
    .deleted.where('id')
    .anyOf([...ids])
    .delete()
    .then(
      () => {},
      () => {},
    );

/** Gives up what was deleted, so that something else can be kept. @returns whether there was any */
export const makeRoom = async (): Promise<boolean> => {
  const { deleted } = openDatabase();
  const any = (await deleted.count()) > 0;
  if (any) await deleted.clear();
  return any;
};

/** Takes away what was deleted more than some days ago. Never rejects. */
export const dropOld = (): Promise<void> =>
  openDatabase()
    .deleted.where('at')
    .below(Date.now() - DAYS_KEPT * DAY_MS)
    .delete()
    .then(
      () => {},
      () => {},
    );

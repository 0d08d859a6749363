import type { SavedPreset } from './library';
import { MAX_PANES } from './panes';
import { fieldsOf, isFlag, isNumber, isObject, isText, listOf, orAbsent, orNull, recordOf, type Shape } from './shape';

const pane = fieldsOf({
  modelId: isText,
  fallbacks: listOf(isText),
  routing: isObject,
  sampling: orNull(isObject),
  // Absent in rows from before a pane could have its own.
  system: orAbsent(orNull(isText)),
  extra: isObject,
});
const panes: Shape = (value) =>
  listOf(pane)(value) && (value as unknown[]).length > 0 && (value as unknown[]).length <= MAX_PANES;

const preset = fieldsOf({
  system: orAbsent(isText),
  prompt: orAbsent(isText),
  variables: recordOf(isText),
  sampling: orAbsent(isObject),
  forced: orAbsent(listOf(isText)),
  panes: orAbsent(panes),
  sync: orAbsent(fieldsOf({ scroll: isFlag })),
});
const versions: Shape = (value) => listOf(fieldsOf({ at: isNumber, preset }))(value) && (value as unknown[]).length > 0;

const saved = fieldsOf({
  id: isText,
  name: isText,
  description: isText,
  tags: listOf(isText),
  favourite: isFlag,
  createdAt: isNumber,
  updatedAt: isNumber,
  versions,
});

/** Whether something that a storage gave back has the form of a preset; anybody can write to the storage of a device. */
export const isSavedPreset = (value: unknown): value is SavedPreset => saved(value);

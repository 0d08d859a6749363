import 'client-only';
import { isJsonObject } from '@/lib/core/json';
import { joinLibrary, type Joined } from '@/lib/core/join-library';
import { latestOf, newSavedPreset, type SavedPreset } from '@/lib/core/library';
import { download } from './download';
import { freshId } from './fresh-id';
import { addPresets } from './library';
import { openLibrary, useLibrary } from './library-store';

// oxlint-disable-next-line no-restricted-imports -- import() is what the law allows; no part of the first load: it brings zod
const json = () => import('@/lib/wire/library-file');
// oxlint-disable-next-line no-restricted-imports -- as above; it brings yaml
const yml = () => Promise.all([import('@/lib/wire/prompt-yml'), import('@/lib/wire/read-prompt-yml')]);

/** What a file would add, with a sentence for each thing that was left out; or one sentence for why there is nothing. */
export type ReadFile = (Joined & { remarks: string[] }) | { problem: string };

/** Bytes: each character of a file is four at most. */
const MAX_BYTES = 128 * 1024 * 1024;

const baseName = (file: File): string => file.name.replace(/(\.prompt)?\.(json|ya?ml)$/i, '');

async function read(file: File): Promise<{ presets: SavedPreset[]; remarks: string[] } | { problem: string }> {
  if (file.size > MAX_BYTES) return { problem: 'The file is larger than 32 MB.' };
  const text = await file.text();
  if (!/\.ya?ml$/i.test(file.name)) return (await json()).readLibrary(text, Date.now(), baseName(file));
  const [, { readPromptYml }] = await yml();
  const prompt = readPromptYml(text);
  if ('problem' in prompt) return prompt;
  const { label, preset, remarks } = prompt;
  const saved = newSavedPreset('', { ...label, name: label.name || baseName(file) }, preset, Date.now());
  return { presets: [saved], remarks };
}

/** Reads a file of presets (JSON) or a prompt file (`.prompt.yml`). Nothing is kept, changed or sent. */
export async function readPresetFile(file: File): Promise<ReadFile> {
  try {
    const found = await read(file);
    if ('problem' in found) return found;
    const joined = joinLibrary(useLibrary.getState().presets, found.presets, freshId);
    return 'problem' in joined ? joined : { ...joined, remarks: found.remarks };
  } catch {
    return { problem: 'The file could not be read, or a part of the page could not be loaded.' };
  }
}

/** Letters and digits of any script: a name for a file wherever it is kept. */
const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'preset';

/** The library as a value of the form that its own file has, for a file that holds more. */
export async function libraryValue(): Promise<unknown> {
  await openLibrary();
  return JSON.parse((await json()).writeLibrary(useLibrary.getState().presets));
}

/** Adds the presets of such a value; what is there already is passed over. @returns how many were added, or why none */
export async function takeLibrary(value: unknown): Promise<number | { problem: string }> {
  // A library without a preset is no mistake.
  if (isJsonObject(value) && Array.isArray(value['presets']) && value['presets'].length === 0) return 0;
  await openLibrary();
  const read = await readPresetFile(new File([JSON.stringify(value)], 'presets.json'));
  if ('problem' in read) return read;
  await addPresets(read.added);
  return read.added.length;
}

/** Gives presets, with all their versions, to the visitor as one file. @returns why not, as one sentence */
export async function downloadPresets(presets: readonly SavedPreset[]): Promise<string | null> {
  const { writeLibrary, MAX_LIBRARY } = await json();
  const text = writeLibrary(presets);
  if (text.length > MAX_LIBRARY) return 'Together they are too large for one file: export them one by one.';
  const [only] = presets;
  const name = presets.length === 1 && only ? fileName(only.name) : 'presets';
  download(text, `${name}.json`, 'application/json');
  return null;
}

/** Gives the latest version of a preset to the visitor as a `.prompt.yml`. @returns what of it the format cannot hold */
export async function downloadPromptYml(saved: SavedPreset): Promise<string[]> {
  const [{ writePromptYml }] = await yml();
  const { text, lost } = writePromptYml(saved, latestOf(saved));
  download(text, `${fileName(saved.name)}.prompt.yml`, 'application/yaml');
  return lost;
}

import 'client-only';
import { type Preset, withPreset } from '@/lib/core/preset';
import type { ReadPreset } from '@/lib/wire/preset';
import { detour } from './detour';
import { download } from './download';
import { freshId } from './fresh-id';
import { workspaceLike } from './workspace-store';

// oxlint-disable-next-line no-restricted-imports -- import() is what the law allows; no part of the first load: it brings zod
const wire = () => import('@/lib/wire/shared-link');
// oxlint-disable-next-line no-restricted-imports -- as above
const packing = () => import('@/lib/wire/preset-link');

/** The part of an address that may hold a preset. */
export interface SharedLink {
  search: string;
  hash: string;
}

/** What a link or a file holds; null where it holds nothing for us. Nothing is changed, kept or sent. */
export async function readShared(shared: SharedLink | File): Promise<ReadPreset | null> {
  try {
    if (shared instanceof File) return await readFile(shared);
    const { readSharedLink } = await wire();
    return await readSharedLink(shared.search, shared.hash);
  } catch {
    return { problem: 'A part of the page could not be loaded, so nothing was read. Reload to try again.' };
  }
}

/** Bytes that are worth reading. */
const MAX_FILE = 8 * 1024 * 1024;

async function readFile(file: File): Promise<ReadPreset> {
  if (file.size > MAX_FILE) return { problem: 'The file is larger than 8 MB, which no preset is.' };
  const { parseFile } = await packing();
  return parseFile(await file.text());
}

/** A preset as the address that opens it here. */
export async function linkTo(preset: Preset): Promise<{ link: string } | { problem: string }> {
  const { formatPreset } = await packing();
  const packed = await formatPreset(preset);
  return 'problem' in packed ? packed : { link: `${location.origin}${location.pathname}#p=${packed.text}` };
}

/** Gives a preset to the visitor as a file. */
export async function downloadPreset(preset: Preset): Promise<void> {
  const { formatFile } = await packing();
  download(formatFile(preset), 'preset.json', 'application/json');
}

/** Takes the link out of the address, so that a reload does not ask again. */
export async function clearLink(): Promise<void> {
  const { withoutShared } = await wire();
  history.replaceState(history.state, '', `${location.pathname}${withoutShared(location.search)}`);
}

/** Opens a preset as a new workspace. The present one stays as it is kept. @returns what leads back to it */
export const applyPreset = (preset: Preset): Promise<() => Promise<void>> =>
  detour((present) => withPreset(workspaceLike(present), preset, freshId));

import { isJsonObject, type JsonObject } from '@/lib/core/json';
import { readJsonObject } from '@/lib/core/json-field';
import type { Preset } from '@/lib/core/preset';
import { fromBase64Url, toBase64Url } from './base64url';
import { deflate, inflate } from './inflate';
import { readPreset, type ReadPreset, writePreset } from './preset';

/** The version that is written. */
const VERSION = 1;

/** One reader for each version that was ever written: an old link opens for ever. */
const READERS: readonly ((value: JsonObject) => ReadPreset)[] = [readPreset];

/** Bytes of a preset once expanded. */
const MAX_BYTES = 2 * 1024 * 1024;
/** Characters of a link; browsers go no further either. */
const MAX_LINK = 2 * 1024 * 1024;

const DAMAGED = 'The link is damaged: a part of it is missing or was changed on the way. Ask for it again.';

/** @param json a preset of the version, as text */
function readVersion(version: number, json: string): ReadPreset {
  const reader = READERS[version - 1];
  if (!reader) {
    return version > READERS.length
      ? { problem: `It was made by a newer playground (version ${version}; this one reads up to ${READERS.length}).` }
      : { problem: 'It is of no version that there ever was.' };
  }
  const object = readJsonObject(json, MAX_BYTES);
  return 'problem' in object ? object : reader(object.value);
}

/** A preset as the text behind `p=`: its version, a dot, and its JSON compressed. Refuses what could not be opened. */
export async function formatPreset(preset: Preset): Promise<{ text: string } | { problem: string }> {
  const json = JSON.stringify(writePreset(preset));
  const read = readVersion(VERSION, json);
  if ('problem' in read) return read;
  return { text: `${VERSION}.${toBase64Url(await deflate(json))}` };
}

/** Reads the text behind `p=`. Throws for nothing. */
export async function parsePreset(text: string): Promise<ReadPreset> {
  if (text.length > MAX_LINK) return { problem: 'The link is longer than 2 MB.' };
  const [, version, payload = ''] = /^([1-9]\d{0,5})\.(.*)$/s.exec(text) ?? [];
  if (version === undefined) return { problem: DAMAGED };
  // A newer version may be packed in another way: it is named, not opened.
  if (Number(version) > READERS.length) return readVersion(Number(version), '');
  const bytes = fromBase64Url(payload);
  const json = bytes && (await inflate(bytes, MAX_BYTES));
  if (json === 'too large') return { problem: 'It holds more than 2 MB once unpacked, which no preset does.' };
  return json === null ? { problem: DAMAGED } : readVersion(Number(version), json);
}

/** A preset as the text of a file, for what is too long for a link. */
export const formatFile = (preset: Preset): string =>
  JSON.stringify({ version: VERSION, preset: writePreset(preset) }, null, 2);

/** Reads the text of a file. Throws for nothing. */
export function parseFile(text: string): ReadPreset {
  const object = readJsonObject(text, 2 * MAX_BYTES);
  if ('problem' in object) return object;
  const { version, preset } = object.value;
  if (typeof version !== 'number' || !isJsonObject(preset)) return { problem: 'The file holds no preset.' };
  return readVersion(version, JSON.stringify(preset));
}

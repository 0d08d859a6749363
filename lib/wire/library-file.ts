import { z } from 'zod';
import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { readJsonObject } from '@/lib/core/json-field';
import {
  cleanDescription,
  cleanName,
  cleanTags,
  MAX_PRESETS,
  MAX_VERSIONS,
  type PresetVersion,
  type SavedPreset,
} from '@/lib/core/library';
import { notUnderstood, readPreset, writePreset } from './preset';

/** Presets with a sentence for each thing that was left out, or one sentence for why there are none. */
export type ReadLibrary = { presets: SavedPreset[]; remarks: string[] } | { problem: string };

const KIND = 'openrouter-playground/presets';
/** The version that is written; each that ever was is read. */
const VERSION = 1;
/** Characters of a file. */
export const MAX_LIBRARY = 32 * 1024 * 1024;

const count = (value: number): string => value.toLocaleString('en-US');
/** Ids of this playground; anything else gets a new one. */
const ID = /^[\w-]{8,64}$/;

const time = z.iso.datetime('must be a time');
const version = z.looseObject({ at: time, preset: z.custom<JsonObject>(isJsonObject, 'must be a JSON object') });
const row = z.looseObject({
  id: z.string().optional(),
  name: z.string(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  favourite: z.boolean().optional(),
  createdAt: time.optional(),
  updatedAt: time.optional(),
  versions: z.array(version).min(1, 'is empty'),
});
const FILE = { kind: true, version: true, presets: true, preset: true };

/** Presets as the text of a file that `readLibrary` reads. */
export const writeLibrary = (presets: readonly SavedPreset[]): string =>
  JSON.stringify(
    {
      kind: KIND,
      version: VERSION,
      presets: presets.map((saved) => ({
        id: saved.id,
        name: saved.name,
        description: saved.description,
        tags: saved.tags,
        favourite: saved.favourite,
        createdAt: new Date(saved.createdAt).toISOString(),
        updatedAt: new Date(saved.updatedAt).toISOString(),
        versions: saved.versions.map(({ at, preset }) => ({
          at: new Date(at).toISOString(),
          preset: writePreset(preset),
        })),
      })),
    },
    null,
    2,
  );

/** What is said about the file as a whole. */
class Report {
  readonly unknown = new Set<string>();
  readonly sentences = new Set<string>();

  /** Names of which the form knows nothing. */
  strange(value: object, shape: Readonly<Record<string, unknown>>): void {
    for (const key of Object.keys(value)) if (!Object.hasOwn(shape, key)) this.unknown.add(key);
  }

  all(): string[] {
    return [...this.sentences, ...notUnderstood(this.unknown)];
  }
}

function readVersions(
  name: string,
  written: z.infer<typeof row>['versions'],
  report: Report,
): PresetVersion[] | { problem: string } {
  if (written.length > MAX_VERSIONS)
    report.sentences.add(`“${name}”: the newest ${MAX_VERSIONS} of ${count(written.length)} versions are taken.`);
  const versions: PresetVersion[] = [];
  for (const one of written.slice(-MAX_VERSIONS)) {
    report.strange(one, version.shape);
    const read = readPreset(one.preset);
    if ('problem' in read) return { problem: `“${name}” cannot be read. ${read.problem}` };
    for (const remark of read.remarks) report.sentences.add(`“${name}”: ${remark}`);
    versions.push({ at: Date.parse(one.at), preset: read.preset });
  }
  return versions.toSorted((one, other) => one.at - other.at);
}

function readRow(value: unknown, at: number, now: number, report: Report): SavedPreset | { problem: string } {
  const parsed = row.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.map(String).join('.').slice(0, 60);
    return { problem: `Preset ${at + 1} cannot be read: “${place}” ${issue?.message ?? ''}.` };
  }
  const { id = '', name: written, description = '', tags = [], favourite = false, createdAt, updatedAt } = parsed.data;
  report.strange(parsed.data, row.shape);
  const name = cleanName(written) || `Preset ${at + 1}`;
  const versions = readVersions(name, parsed.data.versions, report);
  if ('problem' in versions) return versions;
  return {
    id: ID.test(id) ? id : '',
    name,
    description: cleanDescription(description),
    tags: cleanTags(tags),
    favourite,
    createdAt: createdAt === undefined ? now : Date.parse(createdAt),
    updatedAt: updatedAt === undefined ? now : Date.parse(updatedAt),
    versions,
  };
}

/** The one preset of a file that *Share* wrote, as a row. */
const single = (preset: Json, name: string, now: number): JsonObject => ({
  name,
  versions: [{ at: new Date(now).toISOString(), preset }],
});

/**
 * Reads the text of a file of presets. All of it or nothing: what cannot be read is named. Throws for nothing.
 * @param now Unix milliseconds, for times that the file does not tell
 * @param name of the file: that of the one preset which *Share* wrote
 * @returns presets whose id is empty where the file has none that may be kept
 */
export function readLibrary(text: string, now: number, name = ''): ReadLibrary {
  if (text.length > MAX_LIBRARY) return { problem: 'The file is larger than 32 MB.' };
  const object = readJsonObject(text, MAX_LIBRARY);
  if ('problem' in object) return object;
  const { version: written, preset } = object.value;
  const rows = preset === undefined ? object.value['presets'] : [single(preset, name, now)];
  if (typeof written === 'number' && written > VERSION)
    return { problem: `It was made by a newer playground (version ${written}; this one reads up to ${VERSION}).` };
  if (written !== VERSION || !Array.isArray(rows)) return { problem: 'The file holds no presets.' };
  if (rows.length === 0) return { problem: 'The file holds no presets: its list is empty.' };
  if (rows.length > MAX_PRESETS)
    return { problem: `It has ${count(rows.length)} presets; at most ${count(MAX_PRESETS)} fit.` };
  const report = new Report();
  report.strange(object.value, FILE);
  const presets: SavedPreset[] = [];
  for (const [at, value] of rows.entries()) {
    const read = readRow(value, at, now, report);
    if ('problem' in read) return read;
    presets.push(read);
  }
  return { presets, remarks: report.all() };
}

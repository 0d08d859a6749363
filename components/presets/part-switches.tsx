'use client';
import { Switch } from '@/components/ui/switch';
import type { Preset, PresetPart } from '@/lib/core/preset';
import type { Workspace } from '@/lib/core/workspace';
import { words } from './words';

const w = words.share;
const EXCERPT = 90;

export const PARTS: readonly PresetPart[] = ['system', 'prompt', 'parameters', 'panes'];

/** The parts that a preset has. */
export const partsOf = (preset: Preset): PresetPart[] =>
  PARTS.filter((part) => preset[part === 'parameters' ? 'sampling' : part] !== undefined);

export function toggled<T>(set: ReadonlySet<T>, item: T, on: boolean): Set<T> {
  const next = new Set(set);
  if (on) next.add(item);
  else next.delete(item);
  return next;
}

const excerpt = (text: string): string =>
  text.trim() === '' ? w.empty : text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;

/** What the preset holds where the part is in it, and what it would hold where it is not. */
const noteOf = (part: PresetPart, { system, draft, sampling, panes }: Workspace, preset: Preset): string =>
  ({
    system: () => excerpt(preset.system ?? system),
    prompt: () => excerpt(preset.prompt ?? draft.text),
    parameters: () => w.set(Object.keys(sampling).length),
    panes: () => w.models(panes.map(({ modelId }) => modelId)),
  })[part]();

interface PartSwitchesProps {
  /** Those that can be chosen. */
  some: readonly PresetPart[];
  parts: ReadonlySet<PresetPart>;
  /** What they are taken from. */
  workspace: Workspace;
  /** What the choice makes of it. */
  preset: Preset;
  /** The prompt is the last question, as nothing is typed. */
  asked: boolean;
  onChange: (parts: ReadonlySet<PresetPart>) => void;
}

/** Which parts of a set-up go into a preset. */
export function PartSwitches({ some, parts, workspace, preset, asked, onChange }: PartSwitchesProps) {
  return some.map((part) => (
    <Switch
      key={part}
      label={part === 'prompt' && asked && workspace.draft.text !== '' ? w.lastPrompt : w[part]}
      note={<span className="break-words">{noteOf(part, workspace, preset)}</span>}
      checked={parts.has(part)}
      onChange={(on) => onChange(toggled(parts, part, on))}
    />
  ));
}

import type { Json } from './json';
import { PARAMETERS, parameterOf, type Sampling } from './parameters';
import type { Preset, PresetPane } from './preset';

const shown = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

const samplingLines = (sampling: Sampling): string[] =>
  PARAMETERS.flatMap(({ name, label }) => {
    const value = sampling[name];
    return value === undefined ? [] : [`${label}: ${shown(value)}`];
  });

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

const paneLines = ({ modelId, fallbacks, routing, sampling, system, extra }: PresetPane): string[] => [
  `Model: ${modelId}`,
  ...fallbacks.map((id, at) => `Fallback ${at + 1}: ${id}`),
  ...(isEmpty(routing) ? [] : [`Provider routing: ${shown(routing)}`]),
  ...(sampling === null ? [] : ['Own parameters:', ...samplingLines(sampling)]),
  ...(system === null ? [] : ['Own system prompt:', system]),
  ...(isEmpty(extra) ? [] : [`Extra JSON: ${shown(extra)}`]),
];

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`# ${title}`, ...lines, ''];

/** All that a preset sets, as a text that a person reads, and that two of them can be compared by, line by line. */
export function presetText({ system, prompt, variables, sampling, forced, panes, sync }: Preset): string {
  return [
    ...section('System prompt', system ? [system] : []),
    ...section('Message', prompt ? [prompt] : []),
    ...section(
      'Variables',
      Object.entries(variables).map(([name, value]) => `{{${name}}}: ${value}`),
    ),
    ...section('Parameters', samplingLines(sampling ?? {})),
    ...section(
      'Sent though not listed',
      (forced ?? []).map((name) => parameterOf(name)?.label ?? name),
    ),
    ...(panes ?? []).flatMap((pane, at) => section(`Pane ${at + 1}`, paneLines(pane))),
    ...section('Scroll together', sync && panes && panes.length > 1 ? [sync.scroll ? 'on' : 'off'] : []),
  ]
    .join('\n')
    .trimEnd();
}

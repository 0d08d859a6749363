import type { ParameterGroup } from '@/lib/core/parameter';

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Every word that this region shows. */
export const words = {
  system: 'System prompt',
  systemPlaceholder: 'How the model should behave…',
  systemHelp: 'Sent before the conversation. Empty, it is not sent.',
  search: 'Search parameters',
  found: (rows: number, others: string[]) =>
    [...(rows > 0 ? [count(rows, 'parameter', 'parameters')] : []), ...others].join(', '),
  notFound: 'No parameter has this in its name or its help.',
  clear: 'Clear the search',
  resetAll: 'Reset all',
  nothingSet: 'Nothing is set: every parameter is at its default and not sent.',
  setCount: (rows: number) => `${rows} set`,
  conflictCount: (rows: number) => count(rows, 'conflict', 'conflicts'),
  droppedCount: (rows: number) => `${rows} dropped`,
  reset: (label: string) => `Reset ${label}`,
  groups: {
    sampling: 'Sampling',
    penalties: 'Penalties',
    length: 'Length',
    reasoning: 'Reasoning',
    output: 'Output',
    request: 'Request',
  } satisfies Record<ParameterGroup, string>,
  extra: 'Extra JSON',
  routing: 'Provider routing',
  /** What the provider routing sets, as the API calls it: a search must find it before its controls are loaded. */
  routingNames:
    'order only ignore allow_fallbacks require_parameters zdr data_collection sort max_price quantizations preferred_min_throughput preferred_max_latency',
  about: (help: string, limit: string, name: string) => `${help}${limit} API name: ${name}.`,
  longest: (tokens: string) => ` This model writes at most ${tokens} tokens.`,
  unset: (ghost: number | undefined) => (ghost === undefined ? 'default (not sent)' : `default (${ghost})`),
  conflictSent: 'Conflict, sent as set:',
  conflictNotSent: 'Conflict, not sent:',
  dropped: 'Dropped:',
  notTaken: (total: number) =>
    total === 1 ? 'Not taken by this model.' : `Not taken by any of the ${total} models of this pane.`,
  partly: (takers: number, total: number) => `${takers} of ${total} models take this.`,
  force: 'Send anyway',
  stop: {
    help: 'One text per line. Write \\n for a line break, \\t for a tab and \\\\ for a backslash.',
    read: (texts: string) => `Read as ${texts}`,
  },
  json: {
    lastValid: 'The last valid value stays in force.',
    nothingInForce: 'Nothing is sent.',
    refused: 'What was pasted was not taken: a value has at most 64 KB.',
  },
};

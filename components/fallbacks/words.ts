import type { Step } from '@/lib/core/rehearsal';

/** Every word of this region. */
export const words = {
  title: 'Fallbacks',
  intro: 'When a model fails before its first word, the next one answers, at its own price.',
  list: 'Models in the order in which they are asked',
  add: 'Add a fallback',
  full: 'At most three fallbacks: that is the limit of the API.',
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  remove: (name: string) => `Remove ${name}`,
  drag: (name: string) => `Drag ${name}`,
  variant: (name: string) => `Variant of ${name}`,
  first: 'Asked first',
  noVariant: 'No variant',
  same: 'No loss against the first model',
  removed: (name: string) => `${name} removed`,
  undo: 'Undo',
  rehearse: 'Rehearse',
  rehearseTip: 'What would be asked, in which order, without sending anything',
  rehearsed: (tokens: string) => `Nothing is sent. The prompt is about ${tokens} tokens.`,
  verdicts: {
    first: 'Asked first',
    next: 'Asked if those before it fail',
    skipped: 'Passed over',
    refused: 'Refused',
    'not-sent': 'Not sent',
  } satisfies Record<Step['verdict'], string>,
  providers: (left: number, total: number) =>
    `${left === total ? '' : `${left} of `}${total} ${total === 1 ? 'provider' : 'providers'}`,
  providersUnknown: 'providers unknown',
  loading: 'Loading the providers …',
  router: {
    title: 'What the router may choose from',
    allowed: 'Allowed models',
    excluded: 'Excluded models',
    patterns: 'One a line; * stands for anything: anthropic/*',
    tier: 'Cost tier',
    any: 'Default (not sent)',
    note: 'Kept in the extra JSON of this pane, under plugins.',
  },
};

import { type ClassValue, clsx } from 'clsx';
import { createTailwindMerge } from 'tailwind-merge';

const any = () => true;
const like = (pattern: RegExp) => (value: string) => pattern.test(value);
const colour = like(
  /^(transparent|current|inherit|(canvas|surface|raised|sunken|hover|active|overlay|line|edge|rim|focus|fg|muted|on-accent|(accent|success|warning|danger|info|pane)(-\w+)?)(\/\d+)?)$/,
);
const size = like(/^(xs|sm|base|answer|lg|xl|2xl)$/);
const width = like(/^\d$/);
const weight = like(/^(normal|medium|semibold)$/);
const place = like(/^(start|end|center|between|around|evenly|stretch|baseline|normal)$/);
const length = like(/^(\d|px$|\[)/);

// tailwind-merge's own tables weigh 7 KB gzip; these are the conflicts that a caller of a primitive can cause.
const merge = createTailwindMerge(() => ({
  cacheSize: 200,
  theme: {},
  classGroups: {
    display: ['block', 'inline', 'inline-block', 'flex', 'inline-flex', 'grid', 'contents', 'hidden'],
    position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
    size: [{ size: [any] }],
    w: [{ w: [any] }],
    h: [{ h: [any] }],
    'min-w': [{ 'min-w': [any] }],
    'max-w': [{ 'max-w': [any] }],
    'min-h': [{ 'min-h': [any] }],
    'max-h': [{ 'max-h': [any] }],
    shrink: [{ shrink: ['', any] }],
    p: [{ p: [any] }],
    px: [{ px: [any] }],
    py: [{ py: [any] }],
    pl: [{ pl: [any] }],
    pr: [{ pr: [any] }],
    m: [{ m: [any] }],
    gap: [{ gap: [length] }],
    rounded: [{ rounded: ['none', 'control', 'panel', 'full'] }],
    justify: [{ justify: [place] }],
    items: [{ items: [place] }],
    bg: [{ bg: [colour] }],
    'border-w': [{ border: ['', width] }],
    'border-c': [{ border: [colour] }],
    weight: [{ font: [weight] }],
    family: [{ font: ['sans', 'mono'] }],
    align: [{ text: ['left', 'center', 'right', 'start', 'end'] }],
    wrap: [{ whitespace: ['normal', 'nowrap', 'pre-wrap'] }],
    text: [{ text: [size] }],
    ink: [{ text: [colour] }],
  },
  conflictingClassGroups: { size: ['w', 'h'], p: ['px', 'py', 'pl', 'pr'], px: ['pl', 'pr'] },
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: [],
}));

/** Joins class names; a later one wins over an earlier one of the same kind (`cn('px-3', 'px-2')` → `px-2`). */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values));
}

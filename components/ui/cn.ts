import { type ClassValue, clsx } from 'clsx';
import { createTailwindMerge } from 'tailwind-merge';

const any = () => true;
const sizes = new Set(['xs', 'sm', 'base', 'answer', 'lg', 'xl', '2xl']);
const isSize = (value: string) => sizes.has(value);
const weights = new Set(['normal', 'medium', 'semibold']);
const isWeight = (value: string) => weights.has(value);
const isWidth = (value: string) => /^[0-8]$/.test(value);

// tailwind-merge's own tables weigh 7 KB gzip; these are the conflicts that a caller of a primitive can cause.
const merge = createTailwindMerge(() => ({
  cacheSize: 200,
  theme: {},
  separator: ':',
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
    p: [{ p: [any] }],
    px: [{ px: [any] }],
    py: [{ py: [any] }],
    m: [{ m: [any] }],
    gap: [{ gap: [any] }],
    rounded: [{ rounded: [any] }],
    shadow: [{ shadow: [any] }],
    justify: [{ justify: [any] }],
    items: [{ items: [any] }],
    bg: [{ bg: [any] }],
    'border-w': [{ border: ['', isWidth] }],
    'border-c': [{ border: [any] }],
    'font-weight': [{ font: [isWeight] }],
    'font-family': [{ font: ['sans', 'mono'] }],
    align: ['text-left', 'text-center', 'text-right', 'text-start', 'text-end'],
    'font-size': [{ text: [isSize] }],
    color: [{ text: [any] }],
  },
  conflictingClassGroups: { size: ['w', 'h'], p: ['px', 'py'] },
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: [],
}));

/** Joins class names; a later one wins over an earlier one of the same kind (`cn('px-3', 'px-2')` → `px-2`). */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values));
}

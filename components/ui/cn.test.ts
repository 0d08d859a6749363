import { expect, test } from 'vitest';
import { cn } from './cn';

test.each([
  ['px-3 h-dense', 'h-control px-2', 'h-control px-2'],
  ['border border-line', 'border-danger-line', 'border border-danger-line'],
  ['text-sm text-muted', 'text-danger', 'text-sm text-danger'],
  ['text-answer text-fg', 'text-xs', 'text-fg text-xs'],
  ['hover:bg-hover', 'hover:bg-danger-tint', 'hover:bg-danger-tint'],
  ['rounded-control', 'rounded-full', 'rounded-full'],
  ['shrink-0', 'shrink', 'shrink'],
])('the later class of a kind wins: %s + %s', (own, given, expected) => {
  expect(cn(own, given)).toBe(expected);
});

test.each([
  ['border-b border-line', 'border-b'],
  ['text-sm text-balance text-fg', 'text-balance'],
  ['items-center justify-between justify-items-start', 'justify-between'],
  ['bg-surface hover:bg-hover', 'bg-surface'],
  ['gap-x-3 gap-y-1', 'gap-x-3'],
])('classes of different kinds all stay: %s', (classes) => {
  expect(cn(classes)).toBe(classes);
});

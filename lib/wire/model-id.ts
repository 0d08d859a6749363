import { z } from 'zod';

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Any model's id, known or not. */
export const modelId = z
  .string()
  .min(1, 'must not be empty')
  .max(256, 'must be at most 256 characters long')
  .refine((id) => !CONTROL.test(id), 'must not contain control characters');

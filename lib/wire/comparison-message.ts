import { z } from 'zod';
import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';

/** Characters of one text; of a picture that carries itself, more. */
const MAX_TEXT = 4_000_000;
const MAX_IMAGE = 16_000_000;

const text = z.string().max(MAX_TEXT, `is longer than ${MAX_TEXT.toLocaleString('en-US')} characters`);
const word = z.string().max(1000, 'is longer than 1,000 characters');
const json = z.custom<Json>((value) => value !== undefined);
const object = z.custom<JsonObject>(isJsonObject, 'must be a JSON object');
const time = z.number().int().min(0).max(8.64e15);
const ms = z.number().min(0).nullable();
const tokens = z.number().min(0).nullable();

const part = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text }),
  z.object({ type: z.literal('reasoning'), text, durationMs: ms }),
  z.object({ type: z.literal('tool-call'), id: word, name: word, arguments: text }),
  z.object({ type: z.literal('image'), url: z.string().max(MAX_IMAGE), mediaType: word }),
  z.object({ type: z.literal('data'), kind: word, data: json }),
]);

const receipt = z.object({
  generationId: word.nullable(),
  requestedModel: word,
  servedModel: word.nullable(),
  provider: word.nullable(),
  finishReason: word.nullable(),
  nativeFinishReason: word.nullable(),
  usage: object.nullable(),
  serviceTier: word.nullable(),
  systemFingerprint: word.nullable(),
  openrouterMetadata: object.nullable(),
  timings: z.object({ startedAt: z.number(), firstContentMs: ms, firstTextMs: ms, totalMs: ms }),
  settled: z
    .object({
      cost: word.nullable(),
      upstream: word.nullable().optional(),
      source: z.enum(['estimated', 'partial']).optional(),
      tokens: z.object({ in: tokens, out: tokens, cached: tokens, reasoning: tokens }),
    })
    .nullable()
    .optional(),
});

const failure = z.object({
  stage: z.enum(['refused', 'before', 'stream', 'cut', 'unreachable', 'empty']),
  status: z.number().nullable(),
  code: word.nullable(),
  errorType: word.nullable(),
  message: text,
  availability: object.nullable(),
  retryAfter: z.number().nullable(),
  rateLimitReset: z.number().nullable(),
  affordableTokens: z.number().nullable(),
  providerMessage: text.nullable(),
  providerName: word.nullable(),
  generationId: word.nullable(),
  metadata: object.nullable(),
  openrouterMetadata: object.nullable(),
  raw: json,
});

const base = { id: word, parentId: word.nullable(), createdAt: time, parts: z.array(part).max(10_000) };

/** A message as a file holds it; nothing of it is running, and the playground’s own notices are not the file’s to make. */
export const messageSchema = z.discriminatedUnion('role', [
  z.object({ ...base, role: z.literal('user') }),
  z.object({
    ...base,
    role: z.literal('assistant'),
    state: z.enum(['done', 'stopped', 'failed']),
    receipt,
    failure: failure.nullable(),
    sent: z.object({ settings: object, system: text }).optional(),
    edited: z.literal(true).optional(),
  }),
]);

const price = z.string().max(100).optional();
const rates = {
  prompt: price,
  completion: price,
  request: price,
  image: price,
  imageOutput: price,
  audio: price,
  audioOutput: price,
  webSearch: price,
  internalReasoning: price,
  inputCacheRead: price,
  inputCacheWrite: price,
  inputCacheWrite1h: price,
  discount: z.number().optional(),
};
const tier = z.object({
  ...rates,
  minPromptTokens: z.number().optional(),
  utcStart: z.number().optional(),
  utcEnd: z.number().optional(),
  utcDays: z.array(z.string()).optional(),
});

/** Prices by the id of a row. */
export const pricesSchema = z.record(z.string(), z.object({ ...rates, overrides: z.array(tier).optional() }));

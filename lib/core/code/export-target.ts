import type { JsonObject } from '@/lib/core/json';

/** Where and how exported code asks. */
export interface ExportTarget {
  /** With `/api/v1`, without a slash at its end. */
  baseUrl: string;
  /** Beside the content type and the key: which app asks (§1), and what more the answer is to tell. */
  headers?: Readonly<Record<string, string>>;
  streaming: boolean;
}

/** The only name under which exported code knows a key: never a key itself. */
export const KEY_NAME = 'OPENROUTER_API_KEY';

export const completionsUrl = ({ baseUrl }: ExportTarget): string => `${baseUrl.replace(/\/+$/, '')}/chat/completions`;

/** The body of the preview with the visitor's choice of `stream`, which keeps its place. */
export const exportedBody = (body: JsonObject, { streaming }: ExportTarget): JsonObject => ({
  ...body,
  stream: streaming,
});

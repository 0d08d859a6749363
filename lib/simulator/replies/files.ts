import { isJsonObject, type JsonObject } from '@/lib/core/json';
import { parseUsd, type Usd, ZERO_USD } from '@/lib/core/money';
import { type ModelRow, takes } from '@/lib/simulator/catalogue/model-row';
import { hash } from '@/lib/simulator/random';
import type { ChatRequest } from '@/lib/simulator/request/chat-request';
import { partsOf } from '@/lib/simulator/request/prompt';

export interface ParsedFiles {
  annotations: JsonObject[];
  fee: Usd;
}

/** One page each: the simulator does not open what it is sent. */
const OCR_PER_PAGE = '0.002';

const engineOf = ({ plugins }: ChatRequest): string | null => {
  const pdf = plugins.find(({ id }) => id === 'file-parser')?.pdf;
  return isJsonObject(pdf ?? null) ? String((pdf as JsonObject).engine ?? '') || null : null;
};

/**
 * Files that OpenRouter parses for the model, as annotations to send back (§12.3). Models that read files themselves do
 * so, and an annotation that was sent back saves the second parse.
 */
export function parseFiles(request: ChatRequest, row: ModelRow): ParsedFiles | null {
  const files = partsOf(request, 'file');
  const engine = engineOf(request) ?? (takes(row, 'file') ? 'native' : 'mistral-ocr');
  const known = request.messages.some(({ annotations }) => Array.isArray(annotations) && annotations.length > 0);
  if (files.length === 0 || engine === 'native' || known) return null;
  const annotations = files.map((part) => {
    const file = isJsonObject(part.file ?? null) ? (part.file as JsonObject) : {};
    const name = typeof file.filename === 'string' ? file.filename : 'document.pdf';
    const text = (content: string): JsonObject => ({ type: 'text', text: content });
    const content = [
      text(`<file name="${name}">`),
      text('# A document that the simulator did not open'),
      text('</file>'),
    ];
    const digest = (salt: string): string =>
      hash(`${String(file.file_data)}${salt}`)
        .toString(16)
        .padStart(8, '0');
    return { type: 'file', file: { hash: digest('a') + digest('b'), name, content } };
  });
  const pages = engine === 'mistral-ocr' ? BigInt(files.length) : 0n;
  return { annotations, fee: ((parseUsd(OCR_PER_PAGE) ?? ZERO_USD) * pages) as Usd };
}

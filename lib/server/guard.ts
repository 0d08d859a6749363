import 'server-only';
import type { Json } from '@/lib/core/json';
import type { Failure } from '@/lib/core/failure';
import { parseJson } from '@/lib/wire/failure';
import { env } from './env';
import { isLoopback } from './environment';
import { refusal } from './refuse';

type Verdict<T> = { value: T } | { failure: Failure };

/**
 * Every route handler asks this first: may they? A page of another site may not, whatever its method, as it would
 * spend the key of whoever visits it. Access codes and rate limits will be asked here too.
 */
export function guard(request: Request): Failure | null {
  if (isForeignHost(request)) {
    return refusal(
      403,
      'foreign_host',
      'This server listens on this machine only. If it is reached under another name, set OPENROUTER_SITE_URL to it.',
    );
  }
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  // Old browsers send no Sec-Fetch-Site; tools that are no browser send neither.
  const foreign =
    site === null ? origin !== null && !sameHost(origin, request) : !['same-origin', 'none'].includes(site);
  return foreign ? refusal(403, 'cross_site', 'Another site may not call this address.') : null;
}

/**
 * A name that its owner lets point at this machine (DNS rebinding) makes a page of theirs one of ours, for the browser:
 * only the Host gives it away. Not asked where the server is meant to be reached from elsewhere.
 */
function isForeignHost(request: Request): boolean {
  const { LOOPBACK_ONLY, OPENROUTER_SITE_URL } = env();
  if (!LOOPBACK_ONLY) return false;
  const url = `http://${request.headers.get('host')}`;
  if (!URL.canParse(url)) return true;
  const { host, hostname } = new URL(url);
  return !isLoopback(hostname) && (!OPENROUTER_SITE_URL || new URL(OPENROUTER_SITE_URL).host !== host);
}

function sameHost(origin: string, request: Request): boolean {
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\b/i;

/** Reads a JSON body, counting while reading: past the limit nothing more is read. */
export async function readJson(request: Request): Promise<Verdict<Json | undefined>> {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) {
    return { failure: refusal(415, 'unsupported_media_type', 'Send the body as application/json.') };
  }
  const limit = env().MAX_REQUEST_BYTES;
  const tooLarge = { failure: refusal(413, 'payload_too_large', `The request is larger than ${sizeOf(limit)}.`) };
  if (Number(request.headers.get('content-length')) > limit) return tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limit) return tooLarge;
      chunks.push(chunk);
    }
    return { value: parseJson(new TextDecoder('utf-8', { fatal: true }).decode(joined(chunks, size))) };
  } catch {
    return { failure: refusal(400, 'unreadable_body', 'The body could not be read as UTF-8 text.') };
  }
}

function joined(chunks: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

const sizeOf = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Number((bytes / 1024 / 1024).toFixed(1))} MB` : `${Math.round(bytes / 1024)} KB`;

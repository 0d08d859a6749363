import { randomUUID } from 'node:crypto';

export interface Event {
  /** The run it belongs to, where several share the connection. */
  run: string | null;
  data: Record<string, unknown> | '[DONE]';
}

export interface Failure {
  stage: string;
  status: number;
  code: string;
  message: string;
}

export const freshId = (): string => randomUUID();

export const question = (model: string, content = 'Hello.', more: object = {}) => ({
  model,
  messages: [{ role: 'user', content }],
  stream: true,
  ...more,
});

type Raw = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;

const isRaw = (body: unknown): body is Raw =>
  typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;

/** `/api/chat` as a program sees it. Node's own fetch, because an answer is read while it comes. */
export class Seam {
  readonly #url: string;

  constructor(baseURL: string) {
    this.#url = `${baseURL}/api/chat`;
  }

  post(body: unknown, { headers = {}, signal }: { headers?: Record<string, string>; signal?: AbortSignal } = {}) {
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: isRaw(body) ? body : JSON.stringify(body),
      duplex: 'half',
      ...(signal && { signal }),
    };
    return fetch(this.#url, init);
  }

  delete(id: string): Promise<Response> {
    return fetch(`${this.#url}?id=${id}`, { method: 'DELETE' });
  }

  method(method: string): Promise<Response> {
    return fetch(this.#url, { method });
  }
}

export async function failureOf(response: Response): Promise<Failure> {
  return ((await response.json()) as { failure: Failure }).failure;
}

/** The events of an answer, one by one as they arrive. */
export async function* eventsOf(response: Response): AsyncGenerator<Event> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const bytes of response.body ?? []) {
    const blocks = (rest + decoder.decode(bytes, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const run = /^event: (.*)$/m.exec(block)?.[1] ?? null;
      const data = /^data: (.*)$/m.exec(block)?.[1] ?? '';
      yield { run, data: data === '[DONE]' ? data : (JSON.parse(data) as Record<string, unknown>) };
    }
  }
}

export async function all(events: AsyncGenerator<Event>): Promise<Event[]> {
  const list: Event[] = [];
  for await (const event of events) list.push(event);
  return list;
}

const isChunk = (data: Event['data']): data is Record<string, unknown> => data !== '[DONE]';

/** The text that a run has said. */
export const textOf = (events: Event[], run: string | null = null): string =>
  events
    .filter((event) => event.run === run)
    .map(({ data }) => (isChunk(data) && data['type'] === 'text-delta' ? String(data['delta']) : ''))
    .join('');

/** Kinds of events in their order, repetitions left out. */
export const kindsOf = (events: Event[], run: string | null = null): string[] =>
  events
    .filter((event) => event.run === run)
    .map(({ data }) => (isChunk(data) ? String(data['type']) : data))
    .filter((kind, at, kinds) => kind !== kinds[at - 1]);

/** The Failure inside an `error` event. */
export function errorIn(events: Event[], run: string | null = null): Failure | undefined {
  const found = events.find((event) => event.run === run && isChunk(event.data) && event.data['type'] === 'error');
  return found && isChunk(found.data) ? (JSON.parse(String(found.data['errorText'])) as Failure) : undefined;
}

/** What the metadata of a run has told so far. */
export const metadataOf = (events: Event[], run: string | null = null): Record<string, unknown> =>
  Object.assign(
    {},
    ...events
      .filter((event) => event.run === run)
      .map(({ data }) => (isChunk(data) && 'messageMetadata' in data ? data['messageMetadata'] : {})),
  ) as Record<string, unknown>;

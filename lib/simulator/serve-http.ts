import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '@/lib/core/json';
import { createContext, type SimulatorContext } from './context';
import { simulate } from './simulate';
import { worldOf } from './world';

/** What arrived in one request. The key itself is never kept: only whether there was one, and how it ended. */
export interface Received {
  method: string;
  path: string;
  headers: Record<string, string>;
  authorization: { present: boolean; last4: string | null };
  /** As text, byte for byte what was sent. */
  body: string;
}

export interface SimulatorStats {
  /** Completions begun, ended by themselves, and stopped by the client or a cut. */
  started: number;
  finished: number;
  aborted: number;
  running: number;
}

export interface SimulatorServer {
  /** Base URL with `/api/v1`. */
  url: string;
  port: number;
  stats: () => SimulatorStats;
  /** The last requests to the API, oldest first. */
  received: () => readonly Received[];
  close: () => Promise<void>;
}

const REMEMBERED = 500;

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (let i = 0; i + 1 < incoming.rawHeaders.length; i += 2)
    headers.append(incoming.rawHeaders[i] ?? '', incoming.rawHeaders[i + 1] ?? '');
  return headers;
}

async function read(incoming: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function record(list: Received[], method: string, url: URL, headers: Headers, body: string): void {
  const bearer = headers.get('authorization');
  const shown = Object.fromEntries([...headers].filter(([name]) => name !== 'authorization' && name !== 'cookie'));
  list.push({
    method,
    path: url.pathname + url.search,
    headers: shown,
    authorization: { present: bearer !== null, last4: bearer?.replace(/^Bearer /i, '').slice(-4) ?? null },
    body,
  });
  if (list.length > REMEMBERED) list.shift();
}

const drained = (outgoing: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      outgoing.off('drain', done);
      outgoing.off('close', done);
      resolve();
    };
    outgoing.on('drain', done);
    outgoing.on('close', done);
  });

/** Writes a body as fast as the socket takes it, and no faster. A body that fails breaks the socket. */
async function pipe(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) {
    outgoing.end();
    return;
  }
  // Without this the client would see no status before the first chunk.
  outgoing.flushHeaders();
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!outgoing.write(value)) await drained(outgoing);
    }
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}

function reply(outgoing: ServerResponse, value: Json): void {
  outgoing.writeHead(200, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' });
  outgoing.end(JSON.stringify(value));
}

/**
 * Serves the simulator on 127.0.0.1, with real aborts, cuts and back-pressure. Beside the API: `GET /__stats` counts
 * completions, `GET /__last?n=` gives the last requests as they arrived, newest first.
 * @param port 0 takes any free port.
 */
export async function serveSimulator(
  options: { port?: number; context?: SimulatorContext } = {},
): Promise<SimulatorServer> {
  const context = options.context ?? createContext();
  const received: Received[] = [];
  const stats = (): SimulatorStats => {
    const { started, finished, aborted } = worldOf(context).completions;
    return { started, finished, aborted, running: started - finished - aborted };
  };
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`);
    if (url.pathname === '/__stats') return reply(outgoing, { ...stats() });
    if (url.pathname === '/__last') {
      const count = Number(url.searchParams.get('n') ?? 1);
      return reply(outgoing, received.slice(-count).toReversed() as unknown as Json);
    }
    const method = incoming.method ?? 'GET';
    const headers = headersOf(incoming);
    const body = await read(incoming);
    record(received, method, url, headers, body.toString('utf8'));
    const init = method === 'GET' || method === 'HEAD' ? {} : { body: new Uint8Array(body) };
    const gone = new AbortController();
    const request = new Request(url, { method, headers, signal: gone.signal, ...init });
    // A request that is collected hears of no abort: this holds it as long as its socket.
    const heldBySocket = new Set([request]);
    const onClose = (): void => {
      if (!outgoing.writableFinished) gone.abort();
      heldBySocket.clear();
    };
    if (outgoing.destroyed) return;
    outgoing.on('close', onClose);
    await pipe(await simulate(request, context), outgoing);
  };
  const server: Server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/api/v1`, port, stats, received: () => received, close };
}

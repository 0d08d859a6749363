// A floor of the benchmarks: what a route handler costs that reads nothing and passes everything on. It is copied into
// benchmark builds alone, because it would be an open proxy. GET tells what the whole server process has used so far.

const collect = (globalThis as { gc?: () => void }).gc;
const PEAK_EVERY_MS = 5;

let peak = 0;
let watch: ReturnType<typeof setInterval> | undefined;

const sample = (): void => {
  peak = Math.max(peak, process.memoryUsage.rss());
};

export async function POST(request: Request): Promise<Response> {
  const upstream = await fetch(`${process.env['OPENROUTER_BASE_URL']}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: await request.text(),
    signal: request.signal,
    cache: 'no-store',
  });
  const contentType = upstream.headers.get('content-type') ?? 'text/event-stream';
  return new Response(upstream.body, {
    status: upstream.status,
    headers: { 'content-type': contentType, 'cache-control': 'no-cache, no-transform' },
  });
}

/** `?watch=1` starts to look for the highest memory, `?watch=0` ends it; `?gc=1` collects garbage first. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url);
  if (searchParams.get('gc') === '1') collect?.();
  sample();
  const { rss, heapUsed, external } = process.memoryUsage();
  const usage = { cpu: process.cpuUsage(), rss, live: heapUsed + external, peak };
  clearInterval(watch);
  if (searchParams.get('watch') === '1') {
    peak = 0;
    watch = setInterval(sample, PEAK_EVERY_MS).unref();
  }
  return Response.json(usage);
}

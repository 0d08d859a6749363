import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureAnswer, measurePanes } from './answers';
import { buildAll, BARE, PRODUCT } from './build';
import { markdownTable, type Row } from './figures';
import { measureMemory } from './memory';
import { measurePages } from './pages';
import { measurePicker } from './picker';
import { startLoad, startNext, startScript, startSimulator, stopAll } from './processes';
import { measureRounds } from './rounds';
import { launch, type Pages } from './subjects';
import type { System } from './systems';
import { measureHeap, measureTyping, measureUsable } from './visits';

// `npm run bench`: what the playground's server costs, beside the floors, in one run. Options: `--rounds 5`,
// `--upstream simulator` in place of the lean one, `--built` to use the builds of the last run, `--pages` for what a
// browser sees alone, `--server` for the server alone, `--only <word>` for one part of that: weight, picker, answer, panes, usable, typing, heap.

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    upstream: { type: 'string', default: 'lean' },
    built: { type: 'boolean', default: false },
    pages: { type: 'boolean', default: false },
    server: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

const startedAt = Date.now();
const loads: number[] = [];
const say = (line: string): void => {
  loads.push(loadavg()[0] ?? 0);
  console.error(`${((Date.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${line}`);
};

const at = (port: number, path: string): string => `http://127.0.0.1:${port}${path}`;

/** What a browser sees, of servers that have done nothing yet. Only the lean upstream answers in Markdown on demand. */
async function measureBrowser(lean: number, rounds: number): Promise<Row[]> {
  const [own, bare] = [await startNext(PRODUCT, lean), await startNext(BARE, lean)];
  const found = await launch(at(own, '/'), at(bare, '/'));
  const pages = found && { ...found, stats: at(lean, '/__stats'), rounds, say };
  const inBrowser = (measure: (given: Pages) => Promise<Row[]>) => async () => (pages ? measure(pages) : []);
  const parts: Record<string, () => Promise<Row[]>> = {
    weight: () => measurePages(at(own, '/'), at(bare, '/'), say),
    usable: inBrowser(measureUsable),
    picker: () => measurePicker(at(own, '/'), at(bare, '/picker'), rounds, say),
    typing: inBrowser(measureTyping),
    answer: inBrowser(measureAnswer),
    panes: inBrowser(measurePanes),
    heap: inBrowser(measureHeap),
  };
  const { only = '' } = values;
  const wanted = Object.entries(parts).filter(([name]) => name.includes(only));
  if (wanted.length === 0) throw new Error(`--only takes one of ${Object.keys(parts).join(', ')}.`);
  try {
    const rows: Row[] = [];
    for (const [, part] of wanted) rows.push(...(await part()));
    return rows;
  } finally {
    await found?.browser.close();
  }
}

async function measure(): Promise<Row[]> {
  if (!values.built) {
    say('building');
    buildAll();
  }
  say('starting');
  const count = Number(values.rounds);
  const lean = await startScript('e2e/bench/upstream.ts');
  if (values.pages || values.only !== undefined) return measureBrowser(lean, count);
  const upstream = values.upstream === 'simulator' ? await startSimulator() : lean;
  const pipe = await startScript('e2e/bench/pipe.ts', upstream);
  const next = await startNext(PRODUCT, upstream);
  const load = await startLoad();
  const direct = at(upstream, '/api/v1/chat/completions');
  const systems: System[] = [
    { name: 'direct', url: direct, wrapped: false, usage: null },
    { name: 'pipe', url: at(pipe, '/'), wrapped: false, usage: at(pipe, '/') },
    { name: 'raw', url: at(next, '/api/raw'), wrapped: false, usage: at(next, '/api/raw') },
    { name: 'playground', url: at(next, '/api/chat'), wrapped: true, usage: at(next, '/api/raw') },
  ];
  const fresh = async (system: System): Promise<System> => {
    const port = await startNext(PRODUCT, upstream);
    return { ...system, url: at(port, new URL(system.url).pathname), usage: at(port, '/api/raw') };
  };
  const bench = { load, systems, fresh, stats: at(upstream, '/__stats'), say };
  const rounds = await measureRounds(bench, count);
  const memory = await measureMemory(bench);
  return [...rounds, ...memory, ...(values.server ? [] : await measureBrowser(lean, count))];
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stopAll().then(() => process.exit(1)));
}

try {
  const rows = await measure();
  const from = Math.min(...loads).toFixed(1);
  const to = Math.max(...loads).toFixed(1);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`\n${markdownTable(rows)}\n`);
  console.log(`Medians of ${values.rounds} rounds, the systems in turn within each, their order reversed every other`);
  console.log(
    `round; Node ${process.versions.node}, ${values.upstream} upstream, all on 127.0.0.1; load average ${from} to ${to}; ${seconds} s.`,
  );
} finally {
  await stopAll();
}

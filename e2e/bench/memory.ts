import { median, ratio, type Row, short } from './figures';
import { type Bench, FLOOD, PACED, pause, readUsage, send, type System } from './systems';

const MB = 1024 * 1024;
const STREAMS = 200;
const LONG = 40_000;
const SETTLE_MS = 2000;

interface Memory {
  before: number;
  peak: number;
  after: number;
}

const shown = ({ before, peak, after }: Memory): string => [before, peak, after].map((mb) => short(mb)).join(' / ');
const notMeasured = { raw: '–', pipe: '–', ratio: '–' };

/** Resident memory, in MB, around some work; garbage is collected before and after. */
async function around(usage: string, work: () => Promise<unknown>): Promise<Memory> {
  const { rss: before } = await readUsage(usage, '?gc=1&watch=1');
  await work();
  const { peak } = await readUsage(usage);
  await pause(SETTLE_MS);
  const { rss: after } = await readUsage(usage, '?gc=1');
  return { before: before / MB, peak: peak / MB, after: after / MB };
}

async function crowd(bench: Bench, system: System): Promise<{ failed: number; memory: Memory }> {
  let failed = 0;
  const memory = await around(system.usage ?? '', async () => {
    const outcomes = await send(bench, system, { model: PACED, tokens: 300, streams: STREAMS });
    failed = outcomes.filter(({ ok }) => !ok).length;
  });
  return { failed, memory };
}

/** Milliseconds for one answer of so many chunks: the median of a few. */
async function longAnswer(bench: Bench, system: System, tokens: number): Promise<number> {
  const outcomes = await send(bench, system, { model: FLOOD, tokens, times: 7 });
  return median(outcomes.map(({ ok, totalMs }) => (ok ? totalMs : Infinity)));
}

/** What many streams at once, and one very long one, do to the server's memory. */
export async function measureMemory(bench: Bench): Promise<Row[]> {
  const [playground, raw] = ['playground', 'raw'].map((name) => bench.systems.find((system) => system.name === name));
  if (!playground || !raw) throw new Error('a system is missing');
  bench.say(`${STREAMS} streams`);
  const own = await crowd(bench, playground);
  const floor = await crowd(bench, raw);
  bench.say(`one answer of ${LONG} chunks`);
  const shortMs = { own: await longAnswer(bench, playground, LONG / 4), raw: await longAnswer(bench, raw, LONG / 4) };
  const longMs = { own: 0, raw: 0 };
  const memory = await around(playground.usage ?? '', async () => {
    longMs.own = await longAnswer(bench, playground, LONG);
  });
  longMs.raw = await longAnswer(bench, raw, LONG);
  return [
    {
      ...notMeasured,
      what: `${STREAMS} streams at 100/s: failed`,
      budget: '0',
      playground: String(own.failed),
      raw: String(floor.failed),
      met: own.failed === 0,
    },
    {
      ...notMeasured,
      what: `${STREAMS} streams: memory before / peak / after, MB`,
      budget: 'after ≤ 1.2 × before',
      playground: shown(own.memory),
      raw: shown(floor.memory),
      ratio: ratio(own.memory.peak, floor.memory.peak),
      met: own.memory.after <= 1.2 * own.memory.before,
    },
    {
      ...notMeasured,
      what: `one answer of ${LONG.toLocaleString('en-US')} chunks, ms`,
      budget: '',
      playground: short(longMs.own),
      raw: short(longMs.raw),
      ratio: ratio(longMs.own, longMs.raw),
      met: null,
    },
    {
      ...notMeasured,
      what: 'the same ÷ one of a quarter of it (linear: 4)',
      budget: '≤ 5',
      playground: short(longMs.own / shortMs.own),
      raw: short(longMs.raw / shortMs.raw),
      met: longMs.own / shortMs.own <= 5,
    },
    {
      ...notMeasured,
      what: 'the same, memory before / peak / after, MB',
      budget: 'after ≤ 1.2 × before',
      playground: shown(memory),
      met: memory.after <= 1.2 * memory.before,
    },
  ];
}

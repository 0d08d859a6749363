import { median, ratio, type Row, short } from './figures';
import { type Bench, FLOOD, named, PACED, pause, readUsage, send, type System } from './systems';

const MB = 1024 * 1024;
const STREAMS = 200;
const LONG = 40_000;
const TIMES = 9;
const SETTLE_MS = 2000;

/** MB, with garbage collected. */
interface Memory {
  rss: number;
  live: number;
}

async function atRest({ usage }: System): Promise<Memory> {
  const { rss, live } = await readUsage(usage ?? '', '?gc=1');
  return { rss: rss / MB, live: live / MB };
}

/** The most memory, in MB, during some work, and what is left after it. */
async function during(system: System, work: () => Promise<void>): Promise<Memory & { peak: number }> {
  await readUsage(system.usage ?? '', '?gc=1&watch=1');
  await work();
  const { peak } = await readUsage(system.usage ?? '');
  await pause(SETTLE_MS);
  return { ...(await atRest(system)), peak: peak / MB };
}

async function crowds(bench: Bench, floor: System) {
  const system = await bench.fresh(floor);
  await send(bench, system, { model: PACED, tokens: 50, streams: 20, times: 2 });
  const cold = await atRest(system);
  let failed = 0;
  const crowd = async (): Promise<void> => {
    const outcomes = await send(bench, system, { model: PACED, tokens: 300, streams: STREAMS });
    failed += outcomes.filter(({ ok }) => !ok).length;
  };
  const first = await during(system, crowd);
  const second = await during(system, crowd);
  return {
    failed,
    grown: second.rss / first.rss,
    peak: second.peak,
    rss: [cold.rss, first.peak, first.rss, second.peak, second.rss].map(short).join(' / '),
    live: [cold.live, first.live, second.live].map(short).join(' / '),
  };
}

/** Milliseconds for one answer of so many chunks. */
async function longAnswer(bench: Bench, system: System, tokens: number): Promise<number> {
  const [outcome] = await send(bench, system, { model: FLOOD, tokens });
  return outcome?.ok ? outcome.totalMs : Infinity;
}

const EMPTY = { budget: '', raw: '–', pipe: '–', ratio: '–', met: null };

/** 200 streams at once, twice, in a server that has just been started. */
async function crowdRows(bench: Bench): Promise<Row[]> {
  bench.say(`${STREAMS} streams`);
  const own = await crowds(bench, named(bench.systems, 'playground'));
  const floor = await crowds(bench, named(bench.systems, 'raw'));
  return [
    {
      ...EMPTY,
      what: `${STREAMS} streams at 100/s, twice: failed`,
      budget: '0',
      playground: String(own.failed),
      raw: String(floor.failed),
      met: own.failed === 0,
    },
    {
      ...EMPTY,
      what: 'the same, MB resident: fresh / peak / after / second peak / after',
      budget: 'last ≤ 1.2 × third',
      playground: own.rss,
      raw: floor.rss,
      ratio: ratio(own.peak, floor.peak),
      met: own.grown <= 1.2,
    },
    { ...EMPTY, what: 'the same, MB alive: fresh / after / after the second', playground: own.live, raw: floor.live },
  ];
}

async function longRows(bench: Bench): Promise<Row[]> {
  bench.say(`one answer of ${LONG} chunks`);
  const own = named(bench.systems, 'playground');
  const raw = named(bench.systems, 'raw');
  const times = { own: [] as number[], quarter: [] as number[], raw: [] as number[], rawQuarter: [] as number[] };
  const before = await atRest(own);
  const memory = await during(own, async () => {
    for (let time = 0; time < TIMES; time += 1) {
      times.quarter.push(await longAnswer(bench, own, LONG / 4));
      times.own.push(await longAnswer(bench, own, LONG));
      times.rawQuarter.push(await longAnswer(bench, raw, LONG / 4));
      times.raw.push(await longAnswer(bench, raw, LONG));
    }
  });
  const growth = median(times.own) / median(times.quarter);
  return [
    {
      ...EMPTY,
      what: `one answer of ${LONG.toLocaleString('en-US')} chunks, ms`,
      playground: short(median(times.own)),
      raw: short(median(times.raw)),
      ratio: ratio(median(times.own), median(times.raw)),
    },
    {
      ...EMPTY,
      what: 'the same ÷ one of a quarter of it (linear: 4)',
      budget: '≤ 5',
      playground: short(growth),
      raw: short(median(times.raw) / median(times.rawQuarter)),
      met: growth <= 5,
    },
    {
      ...EMPTY,
      what: 'the same, MB resident: before / peak / after',
      budget: 'peak ≤ 1.2 × before',
      playground: [before.rss, memory.peak, memory.rss].map(short).join(' / '),
      met: memory.peak <= 1.2 * before.rss,
    },
  ];
}

/** What many streams at once, and one very long one, do to the server's memory. */
export const measureMemory = async (bench: Bench): Promise<Row[]> => [
  ...(await crowdRows(bench)),
  ...(await longRows(bench)),
];

import { median, quantile, ratio, type Row, short } from './figures';
import type { Outcome } from './burst';
import { type Bench, FLOOD, FLOOD_SINGLE, PACED, pause, readStats, readUsage, send, type System } from './systems';

const FLOOD_TOKENS = 40_000;
const PACED_STREAMS = 20;
const PACED_TOKENS = 400;
const ABORTS = 20;
/** When all streams run, and one after the other: an abort that waits for others tells nothing of aborts. */
const HANG_UP = { afterMs: 1200, everyMs: 25 };

/** Samples of one figure, by system and round. */
type Samples = Map<string, number[][]>;

const figures = new Map<string, Samples>();

function note(figure: string, { name }: System, values: number[]): void {
  const samples = figures.get(figure) ?? new Map<string, number[][]>();
  figures.set(figure, samples);
  samples.set(name, [...(samples.get(name) ?? []), values]);
}

const perToken =
  (tokens: number) =>
  ({ bytes }: Outcome): number =>
    bytes / tokens;

async function firstWords(bench: Bench, system: System): Promise<void> {
  const first = async (streams: number, times: number): Promise<number[]> =>
    (await send(bench, system, { model: PACED, tokens: 5, streams, times })).map(({ firstMs }) => firstMs ?? Infinity);
  note('first word, 1 stream', system, await first(1, 20));
  const spent = await cpuOf(system, async () => note('first word, 20 streams', system, await first(20, 8)));
  note('cpu, requests', system, [spent / 1000 / (20 * 8)]);
}

/** Microseconds of processor time that the system's process spends on some work; NaN where it does not tell. */
async function cpuOf({ usage }: System, work: () => Promise<void>): Promise<number> {
  if (usage === null) {
    await work();
    return Number.NaN;
  }
  const before = await readUsage(usage);
  await work();
  const { cpu } = await readUsage(usage);
  return cpu.user - before.cpu.user + cpu.system - before.cpu.system;
}

async function flood(bench: Bench, system: System): Promise<void> {
  // From the request on: a first word that a busy server lets out late would make the rest look fast.
  const speed = ({ totalMs }: Outcome): number => FLOOD_TOKENS / (totalMs / 1000);
  for (const model of [FLOOD, FLOOD_SINGLE]) {
    const outcomes = await send(bench, system, { model, tokens: FLOOD_TOKENS, times: 4 });
    const good = outcomes.filter(({ ok }) => ok);
    note(model, system, good.map(speed));
    if (model === FLOOD) note('bytes, flood', system, good.map(perToken(FLOOD_TOKENS)));
  }
}

async function paced(bench: Bench, system: System): Promise<void> {
  if (system.usage === null) return;
  const spent = await cpuOf(system, async () => {
    const outcomes = await send(bench, system, { model: PACED, tokens: PACED_TOKENS, streams: PACED_STREAMS });
    note('bytes, paced', system, outcomes.map(perToken(PACED_TOKENS)));
  });
  // Microseconds for a chunk are seconds for a million.
  note('cpu, paced', system, [spent / (PACED_STREAMS * PACED_TOKENS)]);
}

async function aborts(bench: Bench, system: System): Promise<void> {
  await readStats(bench.stats);
  const outcomes = await send(bench, system, { model: PACED, tokens: 500, streams: ABORTS, hangUp: HANG_UP });
  await pause(300);
  const { running, hungUp = [] } = await readStats(bench.stats);
  const seen = new Map(hungUp.map(({ user, atNs }) => [user, BigInt(atNs)]));
  const delays = outcomes.map(({ user, hungUpNs }) => {
    const at = seen.get(user);
    return at === undefined || hungUpNs === null ? Infinity : Number(at - BigInt(hungUpNs)) / 1e6;
  });
  note('abort', system, delays);
  note('left running', system, [running]);
}

const rounds = (figure: string, name: string): number[][] => figures.get(figure)?.get(name) ?? [];
/** The median over the rounds of each round's own figure, so that one loud round does not decide. */
const over = (figure: string, name: string, of: (values: number[]) => number): number =>
  median(rounds(figure, name).map(of));

interface Line {
  what: string;
  figure: string;
  of?: (values: number[]) => number;
  /** Subtract what the harness itself takes. */
  added?: boolean;
  budget?: string;
  met?: (playground: number, raw: number) => boolean;
}

function row({ what, figure, of = median, added = false, budget = '', met }: Line): Row {
  const harness = added ? over(figure, 'direct', median) : 0;
  const value = (name: string): number => over(figure, name, of) - harness;
  const [playground, raw, pipe] = [value('playground'), value('raw'), value('pipe')];
  return {
    what,
    budget,
    playground: short(playground),
    raw: short(raw),
    pipe: short(pipe),
    ratio: ratio(playground, raw),
    met: met && !Number.isNaN(playground) ? met(playground, raw) : null,
  };
}

const p99 = (values: number[]): number => quantile(values, 0.99);
const firstWord = (streams: string): Line[] => {
  const what = `added time to first token, ${streams}, ms`;
  const figure = `first word, ${streams}`;
  return [
    { what: `${what}: p50`, figure, added: true, budget: '≤ 1.5×', met: (own, raw) => own <= 1.5 * raw },
    { what: `${what}: p99`, figure, added: true, of: p99 },
  ];
};

const SPEED = { budget: '≥ 0.6×', met: (own: number, raw: number) => own >= 0.6 * raw };

const LINES: Line[] = [
  ...firstWord('1 stream'),
  ...firstWord('20 streams'),
  { what: 'CPU ms per request with 5 tokens', figure: 'cpu, requests' },
  { ...SPEED, what: 'chunks/s as fast as possible, one answer, written one by one', figure: FLOOD_SINGLE },
  { ...SPEED, what: 'chunks/s as fast as possible, one answer, written by 64', figure: FLOOD },
  {
    what: 'CPU seconds per million chunks, 20 streams at 100/s',
    figure: 'cpu, paced',
    budget: '≤ 2×',
    met: (own, raw) => own <= 2 * raw,
  },
  { what: 'body bytes per token, full speed', figure: 'bytes, flood', budget: '≤ 10', met: (own) => own <= 10 },
  { what: 'body bytes per token, at 100/s', figure: 'bytes, paced', budget: '≤ 30', met: (own) => own <= 30 },
  { what: 'abort: upstream sees it, ms: p50', figure: 'abort', budget: '≤ 5', met: (own) => own <= 5 },
  { what: 'abort: upstream sees it, ms: p99', figure: 'abort', of: p99 },
  {
    what: `abort: upstreams left running, of ${ABORTS}`,
    figure: 'left running',
    of: (values) => Math.max(...values),
    budget: '0',
    met: (own) => own === 0,
  },
];

/** Time to first token, speed, CPU, bytes and aborts: each system in turn, the order reversed every other round. */
export async function measureRounds(bench: Bench, count: number): Promise<Row[]> {
  bench.say('warming up');
  for (const system of bench.systems) {
    await send(bench, system, { model: FLOOD, tokens: 20_000, times: 5 });
    await send(bench, system, { model: PACED, tokens: 50, streams: 20, times: 2 });
  }
  for (let round = 1; round <= count; round += 1) {
    const order = round % 2 === 0 ? bench.systems.toReversed() : bench.systems;
    for (const measure of [firstWords, flood, paced, aborts]) {
      bench.say(`round ${round} of ${count}: ${measure.name}`);
      for (const system of order) await measure(bench, system);
    }
  }
  return LINES.map(row);
}

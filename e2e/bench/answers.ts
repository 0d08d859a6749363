import { watchAnswers, watched } from './answer-probe';
import { median, ratio, type Row, short } from './figures';
import { droppedPercent } from './frames';
import { ASKED } from './markdown';
import { type Figures, inTurns, type Pages, type Subject, throttle, visit } from './subjects';
import { readStats } from './systems';

interface Case {
  what: string;
  panes: number;
  perSecond: number;
  tokens: number;
  slower: number;
  /** Percent of frames, and milliseconds. */
  budget?: { dropped: number; painted: number };
  /** Only the long tasks are of interest, and the floor has none: six connections are all that a browser opens. */
  longTasks?: boolean;
}

const ONE: Case[] = [
  {
    what: 'one answer with Markdown, 100 tok/s, 4× throttle',
    panes: 1,
    perSecond: 100,
    tokens: 400,
    slower: 4,
    budget: { dropped: 5, painted: 80 },
  },
  {
    what: 'one answer with Markdown, 500 tok/s',
    panes: 1,
    perSecond: 500,
    tokens: 1000,
    slower: 1,
    budget: { dropped: 1, painted: 60 },
  },
];
const MANY: Case[] = [
  {
    what: '4 panes × 100 tok/s',
    panes: 4,
    perSecond: 100,
    tokens: 300,
    slower: 1,
    budget: { dropped: 2, painted: 60 },
  },
  { what: '8 panes × 100 tok/s, 4× throttle', panes: 8, perSecond: 100, tokens: 300, slower: 4, longTasks: true },
];

interface Seen {
  dropped: Figures;
  painted: Figures;
  longest: Figures;
  over100: Figures;
}

/**
 * One question in a page that has answered before, so that what shows answers is loaded. Frames count from the first
 * token that the upstream wrote until the last word is painted, long tasks from the question on.
 */
async function answer({ browser, stats }: Pages, one: Case, { name, open }: Subject, seen: Seen): Promise<void> {
  await visit(browser, async (page, session) => {
    await open(page, { ...one, model: `simulator/paced-${one.perSecond}`, turns: 1 });
    await throttle(session, one.slower);
    const box = page.getByLabel('Message', { exact: true });
    await box.fill(ASKED);
    await watchAnswers(page, one.panes);
    // Not `box.press`: to find the box again by its label is a long task of the harness in a page of eight panes.
    await page.keyboard.press('Enter');
    const { frames, paintedAt, longTasks } = await watched(page);
    const { written } = await readStats(stats);
    if (!written) throw new Error('This upstream does not tell when it wrote.');
    seen.dropped[name].push(droppedPercent(frames, written.first, paintedAt));
    seen.painted[name].push(paintedAt - written.last);
    seen.longest[name].push(Math.max(0, ...longTasks));
    seen.over100[name].push(longTasks.filter((ms) => ms > 100).length);
  });
}

const figures = (): Figures => ({ own: [], bare: [] });
const largest = (values: readonly number[]): number => (values.length > 0 ? Math.max(...values) : Number.NaN);

function row(what: string, budget: number, unit: string, { own, bare }: Figures, of = median): Row {
  const [mine, floor] = [of(own), of(bare)];
  return {
    what: bare.length > 0 ? `${what} (floor: bare stream)` : what,
    budget: `≤ ${budget}${unit}`,
    playground: short(mine),
    raw: short(floor),
    pipe: '–',
    ratio: floor > 0 ? ratio(mine, floor) : '–',
    met: mine <= budget,
  };
}

async function measure(pages: Pages, cases: Case[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const one of cases) {
    pages.say(one.what);
    const seen: Seen = { dropped: figures(), painted: figures(), longest: figures(), over100: figures() };
    const [own] = pages.subjects;
    await inTurns(
      one.longTasks ? { ...pages, subjects: [own, own], rounds: Math.ceil(pages.rounds / 2) } : pages,
      (subject) => answer(pages, one, subject, seen),
    );
    if (one.budget) {
      rows.push(row(`${one.what}: frames dropped, %`, one.budget.dropped, ' %', seen.dropped));
      rows.push(row(`${one.what}: last token → painted, ms`, one.budget.painted, '', seen.painted));
    }
    if (one.longTasks) {
      rows.push(row(`${one.what}: longest task, ms, of all rounds`, 100, '', seen.longest, largest));
      rows.push(row(`${one.what}: tasks over 100 ms, the most of a round`, 0, '', seen.over100, largest));
    }
  }
  return rows;
}

/** One answer that grows: at a usual speed on a slow machine, and at the speed of the fastest providers. */
export const measureAnswer = (pages: Pages): Promise<Row[]> => measure(pages, ONE);

/** Answers that grow side by side. */
export const measurePanes = (pages: Pages): Promise<Row[]> => measure(pages, MANY);

import { watchAnswers, watched } from './answer-probe';
import { median, quantile, ratio, type Row, short } from './figures';
import { ASKED } from './markdown';
import { timeKey, watchList } from './paint-probe';
import { type Figures, inTurns, type Pages, throttle, visit } from './subjects';

const SLOWER = 4;
const figures = (): Figures => ({ own: [], bare: [] });

function row(
  what: string,
  { own, bare }: Figures,
  of: (values: number[]) => number,
  rest: Pick<Row, 'budget' | 'met'>,
): Row {
  const [mine, floor] = [of(own), of(bare)];
  return { what, playground: short(mine), raw: short(floor), pipe: '–', ratio: ratio(mine, floor), ...rest };
}

/** Milliseconds from the beginning of a cold load until React listens to the composer: what is typed is answered. */
export async function measureUsable(pages: Pages): Promise<Row[]> {
  pages.say('composer usable, cold load');
  const times = figures();
  await inTurns(pages, async ({ name, url }) => {
    times[name].push(
      await visit(pages.browser, async (page, session) => {
        await page.addInitScript(() => {
          const scope = globalThis as { usable?: Promise<number> };
          scope.usable = new Promise((resolve) => {
            const timer = setInterval(() => {
              const box = document.querySelector('textarea');
              // React leaves its mark at an element once it has taken it over.
              if (!box || !Object.keys(box).some((key) => key.startsWith('__reactProps'))) return;
              clearInterval(timer);
              resolve(performance.now());
            }, 1);
          });
        });
        await throttle(session, SLOWER);
        await page.goto(url);
        return page.evaluate(async () => (await (globalThis as { usable?: Promise<number> }).usable) ?? Number.NaN);
      }),
    );
  });
  const what = `composer usable, cold load, ${SLOWER}× throttle, ms (floor: bare page)`;
  return [row(what, times, median, { budget: '≤ 1.3×', met: median(times.own) <= 1.3 * median(times.bare) })];
}

const TURNS = 100;
const TYPED = 'What would a long answer cost?';

/** Keys in the composer below a conversation that is long; the floor has none. */
export async function measureTyping(pages: Pages): Promise<Row[]> {
  pages.say(`typing beside ${2 * TURNS} messages`);
  const times = figures();
  await inTurns(pages, ({ name, open }) =>
    visit(pages.browser, async (page, session) => {
      await open(page, { panes: 1, model: 'simulator/paced-100', tokens: 100, turns: TURNS });
      await throttle(session, SLOWER);
      await page.getByLabel('Message', { exact: true }).focus();
      await watchList(page);
      // The first key loads what is no part of the first load.
      for (const [at, key] of [...TYPED].entries()) {
        const ms = await timeKey(page, key);
        if (at > 0) times[name].push(ms);
      }
    }),
  );
  const p95 = (values: number[]): number => quantile(values, 0.95);
  const what = `typing beside ${2 * TURNS} messages, ${SLOWER}× throttle: keystroke → painted, p95, ms (floor: bare page)`;
  return [row(what, times, p95, { budget: '≤ 50', met: p95(times.own) <= 50 })];
}

const MESSAGES = 100;
const TOKENS = 200;
const MB = 1024 * 1024;

/** What the memory of the page's scripts grows by, garbage collected, while questions are asked and answered. */
export async function measureHeap(pages: Pages): Promise<Row[]> {
  pages.say(`heap of ${MESSAGES} messages`);
  const grown = figures();
  // It hardly differs from round to round.
  await inTurns({ ...pages, rounds: 1 }, ({ name, open, ready }) =>
    visit(pages.browser, async (page, session) => {
      await open(page, { panes: 1, model: 'simulator/paced-2000', tokens: TOKENS, turns: 1 });
      const box = page.getByLabel('Message', { exact: true });
      const ask = async (): Promise<void> => {
        await ready(page);
        await box.fill(ASKED);
        await watchAnswers(page, 1, 0);
        await box.press('Enter');
        await watched(page);
      };
      const heap = async (): Promise<number> => {
        await session.send('HeapProfiler.collectGarbage');
        await session.send('HeapProfiler.collectGarbage');
        return (await session.send('Runtime.getHeapUsage')).usedSize / MB;
      };
      await ask();
      const before = await heap();
      for (let asked = 0; asked < MESSAGES / 2; asked += 1) await ask();
      grown[name].push((await heap()) - before);
    }),
  );
  const what = `heap growth for ${MESSAGES} messages of ${TOKENS} tokens or a question, MB (floor: bare stream)`;
  return [row(what, grown, median, { budget: '≤ 3', met: median(grown.own) <= 3 })];
}

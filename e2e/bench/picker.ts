import { type Browser, chromium } from '@playwright/test';
import { findBrowser, launchPath } from '../support/find-browser.mjs';
import { MODELS } from './catalogue';
import { median, quantile, ratio, type Row, short } from './figures';
import { timeKey, watchList } from './paint-probe';

/** Openings in a round, of which the first is not counted: it loads what is no part of the first load. */
const OPENINGS = 8;
const QUERY = 'sonnet-1-';

interface Timed {
  opened: number[];
  typed: number[];
}

async function round(browser: Browser, url: string, slower: number): Promise<Timed> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const times: Timed = { opened: [], typed: [] };
  try {
    await page.goto(url, { waitUntil: 'networkidle' });
    const session = await page.context().newCDPSession(page);
    await page.mouse.move(5, 5);
    await watchList(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const dialog = page.getByRole('dialog');
    for (let time = 0; time < OPENINGS; time += 1) {
      const ms = await timeKey(page, 'Control+k');
      if (time > 0) times.opened.push(ms);
      await dialog.locator('[role=option], li').first().waitFor();
      if (time === OPENINGS - 1) break;
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
    await dialog.getByLabel('Search models').focus();
    for (const key of QUERY) times.typed.push(await timeKey(page, key));
    for (const _ of QUERY) times.typed.push(await timeKey(page, 'Backspace'));
    return times;
  } finally {
    await page.close();
  }
}

const both = (values: number[]): string => `${short(median(values))} (p95 ${short(quantile(values, 0.95))})`;

/** How long the picker takes to open and to follow the keys, beside a bare list of as many names. */
export async function measurePicker(
  own: string,
  bare: string,
  rounds: number,
  say: (line: string) => void,
): Promise<Row[]> {
  if (!findBrowser()) return [];
  const browser = await chromium.launch({ ...launchPath(), args: ['--no-sandbox', '--disable-gpu'] });
  const rows: Row[] = [];
  try {
    for (const slower of [1, 4]) {
      say(`picker, ${slower}× CPU throttle`);
      const times = { own: [] as Timed[], bare: [] as Timed[] };
      for (let at = 0; at < rounds; at += 1) {
        const order = [() => round(browser, own, slower).then((timed) => void times.own.push(timed))];
        order.push(() => round(browser, bare, slower).then((timed) => void times.bare.push(timed)));
        for (const step of at % 2 ? order.toReversed() : order) await step();
      }
      const line = (what: string, of: keyof Timed, figure: (values: number[]) => number, budget: number): Row => {
        const [mine, floor] = [times.own.flatMap((timed) => timed[of]), times.bare.flatMap((timed) => timed[of])];
        return {
          what: `picker, ${MODELS} models, ${slower}× throttle: ${what}, ms (floor: bare list)`,
          budget: `≤ ${budget}`,
          playground: both(mine),
          raw: both(floor),
          pipe: '–',
          ratio: ratio(figure(mine), figure(floor)),
          met: figure(mine) <= budget,
        };
      };
      rows.push(line('open → painted, median', 'opened', median, slower === 1 ? 40 : 120));
      const p95 = (values: number[]): number => quantile(values, 0.95);
      rows.push(line('keystroke → list settled, p95', 'typed', p95, slower === 1 ? 16 : 50));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

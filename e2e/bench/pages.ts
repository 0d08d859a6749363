import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { findBrowser } from '../support/find-browser.mjs';
import { ratio, type Row, short } from './figures';

/** Milliseconds without a request after which a page is at rest. */
const REST_MS = 1500;

const packed = (body: Buffer): number => gzipSync(body, { level: 9 }).byteLength / 1000;

async function named(url: string): Promise<number> {
  const html = await (await fetch(url)).text();
  // What is marked `noModule` is for browsers that are long gone; no other fetches it.
  const tags = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/nomodule/i.test(tag));
  const paths = new Set(tags.map((tag) => /src="([^"]+)"/.exec(tag)?.[1]).filter((path) => path !== undefined));
  const sizes = [...paths].map(async (path) =>
    packed(Buffer.from(await (await fetch(new URL(path, url))).arrayBuffer())),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Every script that a fresh browser fetches before anybody touches the page. */
async function fetched(url: string, executablePath: string): Promise<number> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') sizes.push(response.body().then(packed));
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    // Nothing to wait for: it watches an idle page, so that a script which a timer fetches late is counted as well.
    await page.waitForTimeout(REST_MS);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  } finally {
    await browser.close();
  }
}

/** First-load JavaScript in kB gzip beside a page that has nothing but Next and React. */
export async function measurePages(own: string, bare: string, say: (line: string) => void): Promise<Row[]> {
  say('pages');
  const line = (what: string, playground: number, floor: number): Row => ({
    what: `first-load JavaScript of \`/\`, kB gzip, ${what} (floor: bare page)`,
    budget: '≤ 200',
    playground: short(playground),
    raw: short(floor),
    pipe: '–',
    ratio: ratio(playground, floor),
    met: playground <= 200,
  });
  const rows = [line('named in the HTML', await named(own), await named(bare))];
  const browser = findBrowser();
  if (browser) rows.push(line('fetched in a browser', await fetched(own, browser), await fetched(bare, browser)));
  return rows;
}

import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser, launchPath } from '../support/find-browser.mjs';
import { type Setup, seedOf } from './seed';

/** A page that is measured: the playground's, or the floor that does as little as it can for the same. */
export interface Subject {
  name: 'own' | 'bare';
  /** Where it loads, for a first visit. */
  url: string;
  /** Opens it with something in it and waits until that is drawn. */
  open: (page: Page, setup: Setup) => Promise<void>;
  /** Waits until the next question would be sent. */
  ready: (page: Page) => Promise<void>;
}

const playground = (url: string): Subject => ({
  name: 'own',
  url,
  async open(page, setup) {
    await page.addInitScript(
      ({ key, value }) => {
        if (!sessionStorage.length) localStorage.setItem(key, value);
      },
      seedOf(setup, Date.now()),
    );
    await page.goto(url);
    const logs = page.getByRole('log');
    await logs.nth(setup.panes - 1).waitFor();
    for (const log of await logs.all()) {
      // Colours come last of all.
      await log.locator('.hljs span').last().waitFor();
    }
  },
  ready: (page) => page.getByRole('button', { name: /^Run( all)?$/ }).waitFor(),
});

const floor = (url: string): Subject => ({
  name: 'bare',
  url,
  async open(page, { panes, model, tokens }) {
    const query = new URLSearchParams({ panes: String(panes), model, tokens: String(tokens) });
    await page.goto(`${new URL('/stream', url).href}?${query}`, { waitUntil: 'networkidle' });
  },
  ready: () => Promise.resolve(),
});

export type Figures = Record<Subject['name'], number[]>;

/** What page benchmarks are given. */
export interface Pages {
  browser: Browser;
  subjects: [own: Subject, bare: Subject];
  /** Where the upstream tells when it wrote. */
  stats: string;
  rounds: number;
  say: (line: string) => void;
}

/** A fresh visitor with an empty cache. */
export async function visit<Result>(
  browser: Browser,
  use: (page: Page, session: CDPSession) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    return await use(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

/** @param rate by how many times the page's processor is slowed down */
export const throttle = (session: CDPSession, rate: number): Promise<unknown> =>
  session.send('Emulation.setCPUThrottlingRate', { rate });

/** Both subjects in turn, in every other round the other way round. */
export async function inTurns(
  { subjects, rounds }: Pages,
  measure: (subject: Subject) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of round % 2 ? subjects.toReversed() : subjects) await measure(subject);
  }
}

/** A browser, where there is one, for pages that stand at two addresses. @returns null without a browser */
export async function launch(own: string, bare: string): Promise<Pick<Pages, 'browser' | 'subjects'> | null> {
  if (!findBrowser()) return null;
  const browser = await chromium.launch({ ...launchPath(), args: ['--no-sandbox', '--disable-gpu'] });
  return { browser, subjects: [playground(own), floor(bare)] };
}

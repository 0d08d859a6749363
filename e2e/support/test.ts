import { test as base } from '@playwright/test';
import { Complaints } from './complaints';
import { expect } from './expect';
import { Playground } from './playground';
import { Seam } from './seam';
import { Upstream } from './upstream';

/** Ends an errand that hangs; no errand is measured by it. */
const HANGS_MS = 240_000;

interface Fixtures {
  /** Listens through the whole errand and fails it for anything unexpected. */
  complaints: Complaints;
  playground: Playground;
  upstream: Upstream;
  /** `/api/chat`, without a page. */
  seam: Seam;
}

export const test = base.extend<Fixtures>({
  complaints: async ({ context }, use) => {
    await use(new Complaints(context));
  },
  // Whoever opens the page is listened to; errands without one need no browser.
  playground: async ({ page, complaints }, use, info) => {
    info.setTimeout(HANGS_MS);
    await use(new Playground(page));
    complaints.check();
  },
  upstream: async ({ request }, use) => {
    await use(new Upstream(request));
  },
  seam: async ({ baseURL }, use, info) => {
    info.setTimeout(HANGS_MS);
    await use(new Seam(baseURL ?? ''));
  },
});

export { expect, Playground };

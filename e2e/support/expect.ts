import { expect as base } from '@playwright/test';

/** Waits for what must come; long, because a machine under load is slow and nothing here measures time. */
export const expect = base.configure({ timeout: 30_000 });

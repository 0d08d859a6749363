import type { Page } from '@playwright/test';
import { expect } from './expect';

/** What the server tells of a generation that OpenRouter has booked. */
interface Booked {
  totalCost: string;
  upstreamCost: string;
}

/** Shuts the books: `/api/generation` has nothing to tell until they are opened. */
export async function books(page: Page): Promise<{ asked: () => number; open: () => void }> {
  let [asked, open] = [0, false];
  await page.route('**/api/generation?*', async (route) => {
    asked += 1;
    if (open) await route.continue();
    else await route.fulfill({ json: { generation: null } });
  });
  return { asked: () => asked, open: () => void (open = true) };
}

/** What was booked of an answer, once it is: some seconds after its end. */
export async function bookedOf(page: Page, generationId: string): Promise<Booked> {
  let booked: Booked | null = null;
  const read = async (): Promise<Booked | null> => {
    const response = await page.request.get(`/api/generation?id=${generationId}`);
    booked = ((await response.json()) as { generation: Booked | null }).generation;
    return booked;
  };
  await expect.poll(read).not.toBeNull();
  if (booked === null) throw new Error('It was booked a moment ago.');
  return booked;
}

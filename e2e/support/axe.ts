import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What depends on the theme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Fails with what axe finds on the page as it stands, in both themes, each with the elements that it found it in. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    // Nothing may be half-way between two colours.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // No frames from elsewhere here: without this, each look opens a page of its own.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // Experimental in axe, and blind to a figure that stands beside a name in the same button.
    if (colorScheme === 'light') axe.withTags(RULES).disableRules('label-content-name-mismatch');
    else axe.withRules(COLOURS);
    const { violations } = await axe.analyze();
    const found = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
    );
    expect(found, `what axe finds, ${colorScheme}: ${what}`).toEqual([]);
  }
}

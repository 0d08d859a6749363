import type { Locator, Page } from '@playwright/test';
import { expect } from './expect';

/** The library of presets in the left zone, as a visitor on a laptop has it. */
export class Library {
  readonly page: Page;
  readonly panel: Locator;
  readonly own: Locator;
  readonly builtIn: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('region', { name: 'Presets' });
    this.own = this.panel.getByRole('list', { name: 'Yours' });
    this.builtIn = this.panel.getByRole('list', { name: 'Built in' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'History and presets' }).click();
    await expect(this.builtIn).toBeVisible();
  }

  /** The button that shows what applying it would change. */
  row(name: string): Locator {
    return this.panel.locator('[data-preset]').filter({ hasText: name });
  }

  /** Saves the present set-up under a name; the dialog is left open where that cannot be. */
  async save(name: string, tags = ''): Promise<void> {
    await this.panel.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Save as preset' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    if (tags !== '') await dialog.getByRole('textbox', { name: 'Tags' }).fill(tags);
    await dialog.getByRole('button', { name: /^Save/ }).click();
    await expect(dialog).toBeHidden();
  }

  /** Chooses from the menu of a preset. */
  async act(name: string, item: string | RegExp): Promise<void> {
    await this.panel.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Gives the library a file to read. */
  async choose(name: string, text: string): Promise<void> {
    const files = this.panel.locator('input[type=file]');
    await files.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  }
}

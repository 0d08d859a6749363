import type { Locator, Page } from '@playwright/test';
import { expect } from './expect';

/** Long enough for the longest answer on a slow machine; nothing here measures time. */
const ANSWER = { timeout: 90_000 };

/** The playground as its visitor has it: what can be seen and pressed, by role and name. */
export class Playground {
  readonly page: Page;
  readonly composer: Locator;
  readonly run: Locator;
  readonly stop: Locator;
  readonly conversation: Locator;
  readonly messages: Locator;
  readonly answers: Locator;
  readonly parameters: Locator;
  readonly picker: Locator;

  constructor(page: Page) {
    this.page = page;
    this.composer = page.getByRole('textbox', { name: 'Message', exact: true });
    this.run = page.getByRole('button', { name: 'Run', exact: true });
    this.stop = page.getByRole('button', { name: 'Stop', exact: true });
    this.conversation = page.getByRole('log', { name: 'Conversation' });
    this.messages = this.conversation.getByRole('article');
    this.answers = this.messages.filter({ hasNot: page.getByRole('toolbar', { name: 'Actions for You' }) });
    this.parameters = page.getByRole('complementary', { name: 'Parameters' });
    this.picker = page.getByRole('dialog', { name: /^(Choose a model|Add a (fallback|model beside))$/ });
  }

  /** Opens the page and waits until what was kept is there: a conversation, or the sentence of an empty one. */
  async open(): Promise<void> {
    await this.page.goto('/');
    await this.ready();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  async ready(): Promise<void> {
    const shown = this.page.getByRole('heading', { name: 'Try a model before you write code.' }).or(this.messages);
    await expect(shown.first()).toBeVisible();
  }

  /** Types and sends; the answer comes by itself. */
  async ask(prompt: string): Promise<void> {
    await this.composer.fill(prompt);
    await this.composer.press('Enter');
  }

  /** Asks, and waits until the answer has ended in one way or another. */
  async askAndWait(prompt: string): Promise<Locator> {
    const before = await this.messages.count();
    await this.ask(prompt);
    await expect(this.messages).toHaveCount(before + 2);
    await this.finished();
    return this.lastAnswer();
  }

  async finished(): Promise<void> {
    await expect(this.receipt(this.lastAnswer())).toBeVisible(ANSWER);
    await expect(this.run).toBeVisible();
  }

  /** Begins anew, and waits until nothing of the conversation before is shown. */
  async beginAnew(): Promise<void> {
    await this.page.getByRole('button', { name: 'New conversation' }).click();
    await expect(this.messages).toHaveCount(0);
  }

  question(prompt: string): Locator {
    return this.messages.filter({ hasText: prompt }).filter({ hasText: /^You/ });
  }

  lastAnswer(): Locator {
    return this.messages.last();
  }

  receipt(answer: Locator): Locator {
    return answer.getByRole('button', { name: /^Receipt: / });
  }

  /** What went wrong, as the note in the pane says it. */
  failure(): Locator {
    return this.conversation.getByRole('group', { name: 'Failure' });
  }

  modelButton(): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: /^Model: / });
  }

  async chooseModel(id: string): Promise<void> {
    await this.modelButton().first().click();
    await this.pick(id);
  }

  /** Chooses a model in the picker, which is open. */
  async pick(id: string): Promise<void> {
    const search = this.picker.getByRole('combobox', { name: 'Search models' });
    await search.fill(id);
    await expect(this.picker.getByRole('option', { selected: true })).toContainText(id);
    await search.press('Enter');
    await expect(this.picker).toBeHidden();
  }

  /** A model whose answer goes on for a minute, so that it is still running whenever the errand comes to that. */
  async chooseLongAnswer(): Promise<void> {
    await this.chooseModel('simulator/paced-100');
    await this.setParameter('Max tokens', '6000');
  }

  /** Sets a parameter by its number box; the panel must be open. */
  async setParameter(name: string, value: string): Promise<void> {
    const box = this.page.getByRole('spinbutton', { name, exact: true });
    await box.fill(value);
    await box.press('Tab');
  }

  /** Opens the figures of an answer, reads the id of its generation, and closes them. */
  async generationId(answer: Locator): Promise<string> {
    await this.receipt(answer).click();
    const figures = this.page.getByRole('dialog', { name: 'Receipt' });
    const text = await figures.getByText(/^gen-/).textContent();
    await this.page.keyboard.press('Escape');
    await expect(figures).toBeHidden();
    return text ?? '';
  }
}

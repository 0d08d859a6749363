import { expectAccessible } from './support/axe';
import { BROKEN_OFF } from './support/complaints';
import { expect, test } from './support/test';

test.describe('axe finds nothing', () => {
  test('on the empty screen and in the picker', async ({ playground, page }) => {
    await playground.open();
    await expectAccessible(page, 'the empty screen');
    await page.keyboard.press('Control+k');
    await playground.picker.getByRole('option').first().waitFor();
    await expectAccessible(page, 'the picker');
    await playground.picker.getByRole('combobox').fill('zzqqxx');
    await playground.picker.getByText('No model matches “zzqqxx”.').waitFor();
    await expectAccessible(page, 'the picker without a match');
  });

  test('on a conversation and a receipt', async ({ playground, page }) => {
    await playground.open();
    await playground.chooseModel('simulator/markdown-500');
    await playground.setParameter('Temperature', '0.3');
    const answer = await playground.askAndWait('Everything, please.');
    await playground.receipt(answer).click();
    await page.getByRole('dialog', { name: 'Receipt' }).waitFor();
    await expectAccessible(page, 'a conversation with every kind of Markdown, and a receipt');
  });

  test('on the parameters, all unfolded', async ({ playground, page }) => {
    await playground.open();
    await playground.chooseModel('meta-llama/llama-3.3-70b-instruct');
    for (const group of ['Penalties', 'Reasoning', 'Output', 'Request', 'Extra JSON', 'Provider routing'])
      await playground.parameters.locator('summary').filter({ hasText: group }).click();
    await page.getByRole('spinbutton', { name: 'Temperature' }).fill('7');
    await page.getByRole('spinbutton', { name: 'Top A' }).fill('0.5');
    await page.getByRole('textbox', { name: 'Extra JSON of this pane' }).fill('{"top_p": 1');
    await page.getByRole('combobox', { name: 'Use of Groq (groq)' }).selectOption('order');
    await page.getByRole('combobox', { name: 'Use of SiliconFlow (siliconflow/fp4)' }).selectOption('only');
    await playground.parameters.getByText(/never tried/).waitFor();
    await expectAccessible(page, 'the parameters, with what was refused, dropped and cannot work');
  });

  test('on a failure, an edit, a notice and a menu', async ({ playground, page }) => {
    await playground.open();
    await playground.chooseModel('simulator/error-mid');
    await playground.askAndWait('Fail.');
    await playground.failure().getByText('Details', { exact: true }).click();
    await playground.messages.first().hover();
    await playground.messages.first().getByRole('button', { name: 'Edit', exact: true }).click();
    await expectAccessible(page, 'a failure with its details, and a question that is being edited');
    await page.keyboard.press('Escape');
    await playground.messages.last().getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('region', { name: 'Notices' }).getByText('Message deleted').waitFor();
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio').first().waitFor();
    await expectAccessible(page, 'a notice and a menu');
  });
});

test('a screen reader hears that an answer began and how it ended, once each and never its words', async ({
  playground,
  page,
  complaints,
}) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const region of document.querySelectorAll('[aria-live]:not([aria-live="off"]), [role="status"]')) {
      new MutationObserver(() => {
        const said = (region.textContent ?? '').trim();
        if (said) heard.push(said);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
  // The picker counts its matches aloud; that is its own business.
  const heard = async (): Promise<string[]> => {
    const all = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    return all.filter((said) => !/models?\b/.test(said));
  };

  await playground.chooseModel('simulator/paced-500');
  await playground.setParameter('Max tokens', '200');
  await playground.askAndWait('Speak.');
  await expect.poll(heard).toEqual(['Answer started', 'Answer finished']);
  await playground.chooseModel('simulator/502');
  await playground.askAndWait('Fail.');
  await expect.poll(heard).toEqual(['Answer started', 'Answer finished', 'Answer started', 'Answer failed']);
  await playground.chooseModel('simulator/keep-alive');
  await playground.ask('Wait.');
  // Stopped before the server accepted it, nothing would have begun and nothing would be said.
  await expect.poll(heard).toHaveLength(5);
  await playground.stop.click();
  await expect
    .poll(heard)
    .toEqual([
      'Answer started',
      'Answer finished',
      'Answer started',
      'Answer failed',
      'Answer started',
      'Answer stopped',
    ]);
  // The growing text itself is silent.
  await expect(playground.conversation).toHaveAttribute('aria-live', 'off');
});

import { expect, test } from './support/test';

/** The bytes of `runs[0].body` in what the browser posted. */
const bodyIn = (posted: string): string =>
  /^\{"runs":\[\{"id":"[0-9a-f-]{36}","body":(.*)\}\]\}$/s.exec(posted)?.[1] ?? '';

const AWKWARD = [
  'plain words',
  'quotes " and \' and \\ and /',
  'tabs\tand\nbreaks\n\n\nand trailing blanks   ',
  'Grüße, 東京, مرحبا, 🚀, 👩‍👩‍👧, é as e\u0301',
  'line separators \u2028 and \u2029, a zero \u200b width, a bell \u0007',
  'half a pair \ud83d alone',
  '{"model":"not/this","messages":[]}',
  '</script><!-- data: [DONE]',
  '1e999 -0 0.1 12345678901234567890',
].join('\n');

test('what arrives at the upstream equals byte for byte what the browser posted', async ({
  playground,
  page,
  upstream,
}) => {
  const posted: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/chat')) posted.push(request.postData() ?? '');
  });
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.setParameter('Temperature', '0.35');
  await playground.setParameter('Top P', '1');
  await playground.setParameter('Max tokens', '9');
  await playground.parameters.getByRole('textbox', { name: /System prompt/ }).fill('  Blanks around  \n');
  await playground.askAndWait(`Parity one. ${AWKWARD}`);
  const first = await upstream.arrived('Parity one.');
  expect(posted).toHaveLength(1);
  expect(bodyIn(posted[0] ?? '')).not.toBe('');
  expect(first.body).toBe(bodyIn(posted[0] ?? ''));

  // With the answer in between, whatever it holds.
  await playground.chooseModel('simulator/echo');
  await playground.askAndWait('Parity two.');
  await playground.askAndWait('Parity three.');
  const third = await upstream.arrived('Parity three.');
  expect(posted).toHaveLength(3);
  expect(third.body).toBe(bodyIn(posted[2] ?? ''));
  expect(third.body).toContain('```json');
});

test('the key goes to the upstream and never to the browser', async ({ playground, page, upstream, request }) => {
  const seen: string[] = [];
  page.on('response', (response) => {
    if (!response.url().includes('/api/chat'))
      void response.text().then(
        (text) => seen.push(text),
        () => {},
      );
  });
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Whose key?');
  const { headers } = await upstream.arrived('Whose key?');
  expect(headers['x-openrouter-title']).toBe('OpenRouter Playground');
  expect(await upstream.keyOf('Whose key?')).toBe('cret');
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.filter((text) => text.includes('e2e-secret'))).toEqual([]);
  expect(await (await request.get('/api/health')).text()).not.toContain('secret');
  expect(await page.content()).not.toContain('e2e-secret');
});

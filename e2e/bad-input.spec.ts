import { all, errorIn, eventsOf, failureOf, freshId, question } from './support/seam';
import { expect, test } from './support/test';

const runOf = (body: unknown, id: string = freshId()) => ({ runs: [{ id, body }] });
const fine = question('simulator/flood');
const twin = freshId();

/** What is refused as malformed: 400, and a sentence that names the place. */
const MALFORMED: [name: string, body: unknown, sentence: RegExp][] = [
  ['not JSON', '{"runs": [', /not valid JSON/],
  ['an empty body', '', /not valid JSON/],
  ['null', 'null', /must be/],
  ['a number', '42', /must be/],
  ['a list', [], /must be/],
  ['no runs', {}, /^runs must be a list/],
  ['an empty list of runs', { runs: [] }, /at least one run/],
  ['runs of the wrong type', { runs: 'all' }, /^runs must be a list/],
  ['nine runs', { runs: Array.from({ length: 9 }, () => ({ id: freshId(), body: fine })) }, /at most 8 runs/],
  ['two runs of one id', { runs: [twin, twin.toUpperCase()].map((id) => ({ id, body: fine })) }, /same id/],
  ['an id that is no UUID', runOf(fine, 'first'), /id must be a UUID/],
  ['an id with a line break', runOf(fine, `${freshId()}\nevent: x`), /id must be a UUID/],
  ['a field that is not known', { ...runOf(fine), key: 'sk-or-1' }, /not known here: key/],
  ['no body', { runs: [{ id: freshId() }] }, /body must be/],
  ['no model', runOf({ messages: fine.messages }), /model is missing/],
  ['an empty model', runOf({ ...fine, model: '' }), /model must not be empty/],
  ['a model of the wrong type', runOf({ ...fine, model: 7 }), /model must be of type string/],
  ['a model with control characters', runOf({ ...fine, model: 'openai/\u0000gpt' }), /control characters/],
  ['a model with a line break', runOf({ ...fine, model: 'openai/gpt\r\nX-Evil: 1' }), /control characters/],
  ['a very long model', runOf({ ...fine, model: 'm'.repeat(257) }), /at most 256/],
  ['no messages', runOf({ model: fine.model }), /messages must be a list/],
  ['an empty list of messages', runOf({ ...fine, messages: [] }), /at least one message/],
  ['a message that is a string', runOf({ ...fine, messages: ['hi'] }), /messages\[0\] must be/],
  ['an unknown role', runOf({ ...fine, messages: [{ role: 'wizard', content: 'hi' }] }), /role must be one of/],
  [
    'content of the wrong type',
    runOf({ ...fine, messages: [{ role: 'user', content: 7 }] }),
    /content has the wrong type/,
  ],
  ['a temperature in words', runOf({ ...fine, temperature: 'warm' }), /temperature must be of type number/],
  ['a stream in words', runOf({ ...fine, stream: 'yes' }), /stream must be of type boolean/],
];

for (const [name, body, sentence] of MALFORMED) {
  test(`400: ${name}`, async ({ seam }) => {
    const response = await seam.post(body);
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|ZodError/);
    const { failure } = JSON.parse(text) as { failure: { stage: string; status: number; message: string } };
    expect(failure).toMatchObject({ stage: 'refused', status: 400 });
    expect(failure.message).toMatch(sentence);
    expect(failure.message).toMatch(/\.$/);
  });
}

test('404: the raw route of the benchmarks, which would be an open proxy', async ({ request }) => {
  expect((await request.post('/api/raw', { data: fine })).status()).toBe(404);
});

test('400: a body nested so deep that nothing could send it on', async ({ seam }) => {
  const deep = `${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}`;
  const response = await seam.post(
    JSON.stringify(runOf({ ...fine, novelty: 0 })).replace('"novelty":0', `"novelty":${deep}`),
  );
  expect(response.status).toBe(400);
  expect((await failureOf(response)).message).toBe('The body is nested deeper than 500 levels.');
});

test('415: a body that is not JSON by its own account', async ({ seam }) => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'json']) {
    const response = await seam.post(runOf(fine), { headers: { 'content-type': type } });
    expect(response.status, type).toBe(415);
    expect((await failureOf(response)).message).toContain('application/json');
  }
});

test('405: methods that the address does not have', async ({ seam }) => {
  for (const method of ['GET', 'PUT', 'PATCH']) {
    const response = await seam.method(method);
    expect(response.status, method).toBe(405);
    expect(response.headers.get('allow')).toBe('POST, DELETE');
    expect((await failureOf(response)).code).toBe('method_not_allowed');
  }
});

test('413: over the limit, told beforehand or found while reading', async ({ seam }) => {
  const large = JSON.stringify(runOf(question('simulator/flood', 'x'.repeat(4 * 1024 * 1024))));
  const told = await seam.post(large);
  expect(told.status).toBe(413);
  expect((await failureOf(told)).message).toBe('The request is larger than 4 MB.');

  // Without a length, the bytes are counted as they come.
  const bytes = new TextEncoder().encode(large);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += 65_536)));
    },
  });
  const counted = await seam.post(body);
  expect(counted.status).toBe(413);

  const under = await seam.post(
    runOf(question('simulator/flood', 'x'.repeat(4 * 1024 * 1024 - 1000), { max_tokens: 2 })),
  );
  expect(under.status).toBe(200);
  await under.body?.cancel();
});

test('400: bytes that are no UTF-8', async ({ seam }) => {
  const broken = new Uint8Array([...new TextEncoder().encode('{"runs":"'), 0xff, 0xfe, 0x22, 0x7d]);
  const response = await seam.post(broken);
  expect(response.status).toBe(400);
  expect((await failureOf(response)).message).toContain('UTF-8');
});

test('403: a page of another site', async ({ seam, baseURL }) => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ];
  for (const headers of foreign) {
    const response = await seam.post(runOf(fine), { headers });
    expect(response.status, JSON.stringify(headers)).toBe(403);
    expect((await failureOf(response)).code).toBe('cross_site');
  }
  const own = await seam.post(runOf(fine), { headers: { origin: baseURL ?? '' } });
  expect(own.status).toBe(200);
  await own.body?.cancel();
});

test('an unknown model is accepted, and the upstream’s word comes as an error event', async ({ seam }) => {
  const response = await seam.post(runOf(question('nobody/never-was')));
  expect(response.status).toBe(200);
  const events = await all(eventsOf(response));
  const failure = errorIn(events);
  expect(failure?.stage).toBe('before');
  expect([400, 404]).toContain(failure?.status);
  expect(failure?.message).toContain('nobody/never-was');
  expect(events.at(-1)?.data).toBe('[DONE]');
});

test('control characters in a message are served', async ({ seam, upstream }) => {
  const content = `Control ${freshId()} \u0000\u0007\u001b[31m \u2028`;
  const response = await seam.post(runOf(question('simulator/flood', content, { max_tokens: 3 })));
  expect(response.status).toBe(200);
  const events = await all(eventsOf(response));
  expect(errorIn(events)).toBeUndefined();
  expect((await upstream.arrived(content.slice(0, 44))).body).toContain('\\u0000\\u0007\\u001b');
});

test('10,000 short messages are served', async ({ seam }) => {
  const messages = Array.from({ length: 10_000 }, (_, at) => ({
    role: at % 2 === 0 ? 'user' : 'assistant',
    content: `Message ${at}.`,
  }));
  messages.push({ role: 'user', content: 'And now?' });
  const response = await seam.post(runOf({ ...fine, messages, max_tokens: 5 }));
  expect(response.status).toBe(200);
  const events = await all(eventsOf(response));
  expect(errorIn(events)).toBeUndefined();
  expect(events.at(-1)?.data).toBe('[DONE]');
});

test('DELETE: what is malformed, and what is not under way', async ({ seam }) => {
  for (const id of ['', 'first', '../secret']) expect((await seam.delete(id)).status, id).toBe(400);
  const gone = await seam.delete(freshId());
  expect(gone.status).toBe(404);
  expect((await failureOf(gone)).code).toBe('run_not_found');
});

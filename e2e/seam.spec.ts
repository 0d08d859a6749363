import {
  all,
  errorIn,
  type Event,
  eventsOf,
  failureOf,
  freshId,
  kindsOf,
  metadataOf,
  question,
  textOf,
} from './support/seam';
import { expect, test } from './support/test';

test('one run is a plain stream, from its start to its end', async ({ seam }) => {
  const response = await seam.post({
    runs: [{ id: freshId(), body: question('simulator/flood', 'Hi.', { max_tokens: 50 }) }],
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(response.headers.get('x-vercel-ai-ui-message-stream')).toBe('v1');
  expect(response.headers.get('cache-control')).toContain('no-transform');
  expect(response.headers.get('content-encoding')).toBeNull();
  const events = await all(eventsOf(response));
  const kinds = kindsOf(events);
  expect(kinds[0]).toBe('start');
  expect(kinds.slice(-3)).toEqual(['text-end', 'finish', '[DONE]']);
  expect(textOf(events)).not.toBe('');
  expect(metadataOf(events)).toMatchObject({
    requestedModel: 'simulator/flood',
    servedModel: 'simulator/flood',
    finishReason: 'length',
    usage: { completion_tokens: 50, cost: expect.any(Number) as unknown },
  });
});

test('two runs share a connection, each event tagged, each with its own end', async ({ seam }) => {
  const [first, second] = [freshId(), freshId()];
  const response = await seam.post({
    runs: [
      { id: first, body: question('simulator/echo', 'I am the first.') },
      { id: second, body: question('simulator/502', 'I am the second.') },
    ],
  });
  const events = await all(eventsOf(response));
  expect(events.filter(({ run }) => run !== first && run !== second)).toEqual([]);
  expect(textOf(events, first)).toContain('I am the first.');
  expect(errorIn(events, first)).toBeUndefined();
  expect(kindsOf(events, first).at(-1)).toBe('[DONE]');
  // One run failing is one run's business.
  expect(errorIn(events, second)?.status).toBe(502);
  expect(kindsOf(events, second).at(-1)).toBe('[DONE]');
});

test('eight runs are served at once', async ({ seam }) => {
  const runs = Array.from({ length: 8 }, (_, at) => ({
    id: freshId(),
    body: question('simulator/echo', `Number ${at}.`),
  }));
  const events = await all(eventsOf(await seam.post({ runs })));
  for (const [at, { id }] of runs.entries()) expect(textOf(events, id)).toContain(`Number ${at}.`);
});

test('DELETE stops one of two, and the other goes on to its end', async ({ seam, upstream }) => {
  const [stopped, going] = [freshId(), freshId()];
  const response = await seam.post({
    runs: [
      { id: stopped, body: question('simulator/paced-100', 'Stop me.', { max_tokens: 5000 }) },
      { id: going, body: question('simulator/paced-100', 'Let me go on.', { max_tokens: 150 }) },
    ],
  });
  const events: Event[] = [];
  let asked = false;
  for await (const event of eventsOf(response)) {
    events.push(event);
    if (asked || textOf(events, stopped) === '' || textOf(events, going) === '') continue;
    asked = true;
    expect((await seam.delete(stopped)).status).toBe(204);
  }
  expect(kindsOf(events, stopped).slice(-2)).toEqual(['abort', '[DONE]']);
  expect(kindsOf(events, going).slice(-2)).toEqual(['finish', '[DONE]']);
  expect(metadataOf(events, going)).toMatchObject({ usage: { completion_tokens: 150 } });
  expect(await upstream.wasBrokenOff(String(metadataOf(events, stopped)['generationId']))).toBe(true);
  expect(await upstream.wasBrokenOff(String(metadataOf(events, going)['generationId']))).toBe(false);
  expect((await seam.delete(stopped)).status).toBe(404);
});

test('a client that goes away ends the answer at the upstream', async ({ seam, upstream }) => {
  const gone = new AbortController();
  const body = question('simulator/paced-100', 'I will not stay.', { max_tokens: 5000 });
  const response = await seam.post({ runs: [{ id: freshId(), body }] }, { signal: gone.signal });
  const events: Event[] = [];
  for await (const event of eventsOf(response)) {
    events.push(event);
    if (textOf(events) !== '') break;
  }
  gone.abort();
  expect(await upstream.wasBrokenOff(String(metadataOf(events)['generationId']))).toBe(true);
});

test('409: an id that is under way is not taken twice', async ({ seam }) => {
  const gone = new AbortController();
  const id = freshId();
  const body = question('simulator/keep-alive');
  const first = await seam.post({ runs: [{ id, body }] }, { signal: gone.signal });
  expect(first.status).toBe(200);
  const second = await seam.post({ runs: [{ id, body }] });
  expect(second.status).toBe(409);
  expect((await failureOf(second)).code).toBe('duplicate_run');
  gone.abort();
});

test('nothing that the upstream does is an empty success', async ({ seam }) => {
  for (const model of [
    'simulator/200-error',
    'simulator/error-first',
    'simulator/empty',
    'simulator/cut',
    'simulator/end-early',
    'simulator/error-mid-b',
    'simulator/error-mid-d',
  ]) {
    const response = await seam.post({ runs: [{ id: freshId(), body: question(model) }] });
    expect(response.status, model).toBe(200);
    const events = await all(eventsOf(response));
    expect(errorIn(events)?.message, model).toBeTruthy();
    expect(kindsOf(events), model).not.toContain('finish');
    expect(events.at(-1)?.data, model).toBe('[DONE]');
  }
});

test('what a stopped answer cost is told once it is booked', async ({ seam, request }) => {
  const gone = new AbortController();
  const body = question('simulator/paced-100', 'What did this cost?', { max_tokens: 5000 });
  const events: Event[] = [];
  for await (const event of eventsOf(await seam.post({ runs: [{ id: freshId(), body }] }, { signal: gone.signal }))) {
    events.push(event);
    if (textOf(events) !== '') break;
  }
  gone.abort();
  const id = String(metadataOf(events)['generationId']);
  await expect(async () => {
    const answer = await request.get(`/api/generation?id=${id}`);
    expect(answer.status()).toBe(200);
    expect(await answer.json()).toMatchObject({
      generation: {
        id,
        cancelled: true,
        model: 'simulator/paced-100',
        totalCost: expect.stringMatching(/^\d/) as unknown,
      },
    });
  }).toPass({ timeout: 20_000 });
});

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { catalogue } from './catalogue';
import { ASKED, END, TOKENS as MARKDOWN } from './markdown';

// OpenRouter as cheap as it can be: recorded chunks written ahead of time, so that the load is the reader's and not
// ours. It answers `simulator/flood` and `simulator/paced-<tokens per second>` as the simulator does, with `max_tokens`
// tokens, has a list of models, and tells in `/__stats` what is running and when each stream was hung up on. A paced
// answer is Markdown where the question asks for it.

/** Events in one write of `simulator/flood`; `simulator/flood-single` writes each by itself. */
const BLOCK = 64;
const WORDS =
  'The price of a token is small , but a long answer has many of them and a playground shows all that it cost .';

const TOKENS = WORDS.split(' ').map((word) => (/^[,.]$/.test(word) ? word : ` ${word}`));
const ENVELOPE = {
  id: 'gen-1787400101-kQ2mT7vXa9LpRw4ZbN6c',
  object: 'chat.completion.chunk',
  created: 1_787_400_101,
  model: 'anthropic/claude-haiku-4.5',
  provider: 'Amazon Bedrock',
};
const event = (choice: object, rest: object = {}): Buffer =>
  Buffer.from(`data: ${JSON.stringify({ ...ENVELOPE, choices: [{ index: 0, ...choice }], ...rest })}\n\n`);

const OPENING = Buffer.from(': OPENROUTER PROCESSING\n\n');
const word = (content: string): Buffer =>
  event({ delta: { content, role: 'assistant' }, finish_reason: null, native_finish_reason: null });
const EVENTS = TOKENS.map(word);
const MARKDOWN_EVENTS = MARKDOWN.map(word);
const LAST = word(`\n\n${END}`);
const FINISH = { delta: { content: '', role: 'assistant' }, finish_reason: 'stop', native_finish_reason: 'end_turn' };

const eventsFrom = (place: number, count: number): Buffer =>
  Buffer.concat(Array.from({ length: count }, (_, i) => EVENTS[(place + i) % EVENTS.length] ?? OPENING));
const BLOCKS = EVENTS.map((_, place) => eventsFrom(place, BLOCK));

function ending(tokens: number): Buffer {
  const usage = { prompt_tokens: 12, completion_tokens: tokens, total_tokens: 12 + tokens, cost: 0.000067 };
  return Buffer.concat([event(FINISH), event(FINISH, { usage }), Buffer.from('data: [DONE]\n\n')]);
}

let running = 0;
/** When a stream was closed from the other side, on the clock that all processes of a machine share. */
let hungUp: { user: string; atNs: string }[] = [];
/** When the paced answer that began last wrote its first token, and the one that ended last its last: Unix milliseconds with fractions. */
const written = { first: 0, last: 0 };
const now = (): number => performance.timeOrigin + performance.now();

const drained = (outgoing: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      outgoing.off('drain', done).off('close', done);
      resolve();
    };
    outgoing.on('drain', done).on('close', done);
  });

async function flood(outgoing: ServerResponse, tokens: number, atOnce: number): Promise<void> {
  for (let sent = 0; sent < tokens && !outgoing.destroyed;) {
    // The first comes alone, as it does from a model, so that a time to the first token is there to measure.
    const count = sent === 0 ? 1 : Math.min(atOnce, tokens - sent);
    const place = sent % EVENTS.length;
    sent += count;
    if (!outgoing.write(count === BLOCK ? BLOCKS[place] : eventsFrom(place, count))) await drained(outgoing);
  }
  outgoing.end(ending(tokens));
}

function pace(outgoing: ServerResponse, tokens: number, perSecond: number, markdown: boolean): void {
  const events = markdown
    ? [...Array.from({ length: tokens - 1 }, (_, at) => MARKDOWN_EVENTS[at % MARKDOWN_EVENTS.length]), LAST]
    : EVENTS;
  const startedAt = performance.now();
  let sent = 0;
  const tick = (): void => {
    const due = Math.min(tokens, 1 + Math.floor(((performance.now() - startedAt) / 1000) * perSecond));
    for (; sent < due; sent += 1) outgoing.write(events[sent % events.length]);
    if (sent === tokens) {
      written.last = now();
      clearInterval(timer);
      outgoing.end(ending(tokens));
    }
  };
  const timer = setInterval(tick, 1000 / perSecond);
  outgoing.once('close', () => clearInterval(timer));
  written.first = now();
  tick();
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  let text = '';
  for await (const piece of incoming) text += String(piece);
  const { model, max_tokens: tokens, user } = JSON.parse(text) as { model: string; max_tokens: number; user: string };
  running += 1;
  outgoing.once('close', () => {
    running -= 1;
    if (!outgoing.writableFinished) hungUp.push({ user, atNs: String(process.hrtime.bigint()) });
  });
  outgoing.writeHead(200, { 'content-type': 'text/event-stream', 'x-generation-id': ENVELOPE.id });
  outgoing.write(OPENING);
  const perSecond = /paced-(\d+)/.exec(model)?.[1];
  if (perSecond === undefined) await flood(outgoing, tokens, model.endsWith('single') ? 1 : BLOCK);
  else pace(outgoing, tokens, Number(perSecond), text.includes(ASKED));
}

const server = createServer((incoming, outgoing) => {
  if (incoming.url === '/__stats') {
    outgoing.end(JSON.stringify({ running, hungUp, written }));
    hungUp = [];
  } else if (incoming.url?.endsWith('/models')) {
    outgoing.setHeader('content-type', 'application/json').end(catalogue());
  } else {
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  }
});
server.keepAliveTimeout = 60_000;
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready'));

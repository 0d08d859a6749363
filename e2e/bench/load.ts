import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Burst, Outcome } from './burst';

// The browsers' side of the benchmarks, in a process of its own and over node:http, so that it costs little and its
// cost is nobody else's. It is told a burst by its parent and answers with one outcome for each request.

/** The first word in either wire form: OpenRouter's own, or the UI message stream's. */
const FIRST_WORD = /"content":"[^"]|"text-delta"/;
const GOOD_END = /"type":"finish"|"finish_reason":"stop"|"finish_reason":"length"/;
const TAIL = 2000;

function bodyOf({ wrapped, model, tokens }: Burst, user: string): string {
  const body = { model, max_tokens: tokens, user, stream: true, messages: [{ role: 'user', content: 'Go on.' }] };
  return JSON.stringify(wrapped ? { runs: [{ id: user, body }] } : body);
}

function one(burst: Burst, agent: Agent, index: number): Promise<Outcome> {
  const user = randomUUID();
  const outcome: Outcome = { user, ok: false, firstMs: null, totalMs: 0, bytes: 0, hungUpNs: null };
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const finish = (): void => {
      outcome.totalMs = performance.now() - startedAt;
      resolve(outcome);
    };
    const outgoing = request(
      burst.url,
      { agent, method: 'POST', headers: { 'content-type': 'application/json' } },
      (answer) => {
        let tail = '';
        answer.on('data', (piece: Buffer) => {
          outcome.bytes += piece.byteLength;
          const text = piece.toString('latin1', Math.max(0, piece.byteLength - TAIL));
          if (outcome.firstMs === null && FIRST_WORD.test(tail + piece.toString('latin1'))) {
            outcome.firstMs = performance.now() - startedAt;
          }
          tail = (tail + text).slice(-TAIL);
        });
        answer.on('end', () => {
          outcome.ok = answer.statusCode === 200 && GOOD_END.test(tail) && /\[DONE\]\s*$/.test(tail);
          finish();
        });
        answer.on('error', finish);
      },
    );
    outgoing.on('error', finish);
    if (burst.hangUp) {
      setTimeout(
        () => {
          outcome.hungUpNs = String(process.hrtime.bigint());
          outgoing.destroy();
        },
        burst.hangUp.afterMs + index * burst.hangUp.everyMs,
      );
    }
    outgoing.end(bodyOf(burst, user));
  });
}

async function run(burst: Burst): Promise<Outcome[]> {
  const agent = new Agent({ keepAlive: true });
  const outcomes: Outcome[] = [];
  for (let time = 0; time < burst.times; time += 1) {
    outcomes.push(
      ...(await Promise.all(Array.from({ length: burst.streams }, (_, index) => one(burst, agent, index)))),
    );
  }
  agent.destroy();
  return outcomes;
}

process.on('message', (burst: Burst) => {
  void run(burst).then((outcomes) => process.send?.(outcomes));
});
console.log('ready');

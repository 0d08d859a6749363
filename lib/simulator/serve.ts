import { parseArgs } from 'node:util';
import { createContext } from './context';
import { serveSimulator } from './serve-http';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    pace: { type: 'string', default: '1' },
    seed: { type: 'string' },
  },
});

const context = createContext({
  pace: Number(values.pace),
  seed: values.seed === undefined ? Date.now() : Number(values.seed),
});
const server = await serveSimulator({ port: Number(values.port), context });

console.log(`The simulator answers at ${server.url}`);
console.log('Use it as OPENROUTER_BASE_URL with any key. Ctrl-C stops it.');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server.close().then(() => process.exit(0));
  });
}

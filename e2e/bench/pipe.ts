import { Agent, createServer, request } from 'node:http';

// A floor of the benchmarks: a proxy of bare Node, nothing read, nothing changed. `pipe.ts <port> <upstream's port>`.

const [port, upstreamPort] = process.argv.slice(2).map(Number);
const agent = new Agent({ keepAlive: true });

const server = createServer((incoming, outgoing) => {
  if (incoming.method === 'GET') {
    const { rss, heapUsed, external } = process.memoryUsage();
    outgoing.end(JSON.stringify({ cpu: process.cpuUsage(), rss, peak: rss, live: heapUsed + external }));
    return;
  }
  const onward = request(
    {
      agent,
      host: '127.0.0.1',
      port: upstreamPort,
      path: '/api/v1/chat/completions',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
});
server.keepAliveTimeout = 60_000;
server.listen(port, '127.0.0.1', () => console.log('ready'));

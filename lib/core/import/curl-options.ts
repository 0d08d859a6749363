/** What an option of curl means to us. */
export type CurlOption =
  | { kind: 'data'; read: 'text' | 'file-or-text' | 'json' }
  | { kind: 'header' | 'method' | 'url' }
  /** Carries a key or a password. */
  | { kind: 'secret' }
  /** Changes how curl behaves, not what is asked. */
  | { kind: 'ignored'; value: boolean }
  | { kind: 'refused'; why: string };

const ignored = (value: boolean): CurlOption => ({ kind: 'ignored', value });
const FORM = 'A form (-F, --form) is no JSON body.';
const ENCODED = 'A URL-encoded body (--data-urlencode) is no JSON body.';
const UPLOAD = 'A file (-T, --upload-file) cannot be read from here: paste what it holds.';

const OPTIONS: Readonly<Record<string, CurlOption>> = {
  '-d': { kind: 'data', read: 'file-or-text' },
  '--data': { kind: 'data', read: 'file-or-text' },
  '--data-ascii': { kind: 'data', read: 'file-or-text' },
  '--data-binary': { kind: 'data', read: 'file-or-text' },
  '--data-raw': { kind: 'data', read: 'text' },
  '--json': { kind: 'data', read: 'json' },
  '-H': { kind: 'header' },
  '--header': { kind: 'header' },
  '-X': { kind: 'method' },
  '--request': { kind: 'method' },
  '--url': { kind: 'url' },
  '-u': { kind: 'secret' },
  '--user': { kind: 'secret' },
  '--oauth2-bearer': { kind: 'secret' },
  '-b': { kind: 'secret' },
  '--cookie': { kind: 'secret' },
  '-E': { kind: 'secret' },
  '--cert': { kind: 'secret' },
  '--key': { kind: 'secret' },
  '-F': { kind: 'refused', why: FORM },
  '--form': { kind: 'refused', why: FORM },
  '--data-urlencode': { kind: 'refused', why: ENCODED },
  '-T': { kind: 'refused', why: UPLOAD },
  '--upload-file': { kind: 'refused', why: UPLOAD },
};

const SWITCHES =
  '-s -S -N -k -L -i -v -f -g -# -0 -1 -2 -3 -4 -6 -q -j -J -O -R --silent --show-error --no-buffer --insecure --location --include --verbose --fail --fail-with-body --globoff --compressed --http1.0 --http1.1 --http2 --http3 --ipv4 --ipv6 --progress-bar --no-progress-meter --tlsv1.2 --tlsv1.3 --remote-name --path-as-is --no-keepalive --tcp-nodelay';
const WITH_VALUE =
  '-o -m -w -x -A -e -D -c -y -Y -z --output --max-time --connect-timeout --write-out --proxy --user-agent --referer --dump-header --cookie-jar --retry --retry-delay --retry-max-time --cacert --capath --resolve --interface --limit-rate --speed-limit --speed-time --ciphers --trace --trace-ascii --stderr';

const IGNORED = new Map([
  ...SWITCHES.split(' ').map((name) => [name, ignored(false)] as const),
  ...WITH_VALUE.split(' ').map((name) => [name, ignored(true)] as const),
]);

/** @param name with its hyphens */
export const curlOption = (name: string): CurlOption | undefined =>
  Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : IGNORED.get(name);

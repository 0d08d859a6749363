import type { Json } from '@/lib/core/json';
import type { Parameter } from '@/lib/core/parameter';
import { sampleOf } from '@/lib/core/parameter-samples';
import { PARAMETERS } from '@/lib/core/parameters';
import { buildRequest } from '@/lib/core/request';
import { anAnswer, aPane, aQuestion, aWorkspace } from '@/lib/core/samples';

// Bodies for tests, as the preview shows them.

/** What breaks out of a careless quoting in one of the languages. */
export const HOSTILE = [
  `It's "quoted" \\ and \\\\' twice`,
  'line\nbreak\r\ntab\t\u0000\u0007 end',
  '$(touch owned) `touch owned` ${HOME} $HOME !! %PATH%',
  "'EOF'\nEOF\n<<'EOF' ''' \"\"\" @file",
  '</script><!-- ]]> {{ x }} %s %d \\u0041 \\x41 \\N{DASH}',
  'é 漢字 🙂 👩‍👩‍👧 \u2028 \u2029 \u202E \uFEFF \u0085 \u00A0',
] as const;

function valueFor(parameter: Parameter): Json {
  if (parameter.kind === 'text') return `${HOSTILE[0]} ${HOSTILE[2]}`;
  return parameter.kind === 'list' ? HOSTILE.slice(0, 4) : sampleOf(parameter);
}

const path = [
  aQuestion('q1', null, HOSTILE.join('\n')),
  anAnswer('a1', 'q1', HOSTILE.toReversed().join('\n')),
  aQuestion('q2', 'a1', 'Say it again.'),
];

/** Every parameter of the table but those that exclude each other. */
const sampling = Object.fromEntries(
  PARAMETERS.filter(({ name }) => name !== 'reasoning.max_tokens').map((parameter) => [
    parameter.name,
    valueFor(parameter),
  ]),
);

export const PLAIN = buildRequest(
  aWorkspace(),
  aPane({ modelId: 'openai/gpt-4o-mini' }),
  [aQuestion('q', null, 'Hello')],
  new Map(),
).body;

export const EVERYTHING = buildRequest(
  aWorkspace({ system: HOSTILE.join(' '), sampling }),
  aPane({
    modelId: 'openai/gpt-4o-mini',
    fallbacks: ['anthropic/claude-sonnet-4', 'google/gemini-2.5-flash'],
    routing: { sort: 'price', allow_fallbacks: true, max_price: { prompt: 100, completion: 100 } },
    extra: {
      trace: { 'a-b': [HOSTILE[1], null, true, { deep: [[{}], []], 1: -1.5e-7 }], big: 1e21 },
      'odd key "\'\\': null,
      future_field: [...HOSTILE],
    },
  }),
  path,
  new Map(),
).body;

export const BUDGET = buildRequest(
  aWorkspace({ sampling: { 'reasoning.max_tokens': 1024, max_tokens: 4096 } }),
  aPane({ modelId: 'anthropic/claude-sonnet-4' }),
  [aQuestion('q', null, HOSTILE[0])],
  new Map(),
).body;

/** Half of a letter outside the basic plane: JSON can say it by an escape, UTF-8 cannot. */
export const HALF = buildRequest(
  aWorkspace({ system: 'First \uDE42, then \uD83D' }),
  aPane({ modelId: 'openai/gpt-4o-mini', extra: { '\uD83D key': ['\uDE42\uD83D'] } }),
  [aQuestion('q', null, 'half a pair \uD83D alone')],
  new Map(),
).body;

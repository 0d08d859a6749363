import type { JsonObject } from './json';
import { diceOf, goodValue } from './parameter-samples';
import { PARAMETERS, type Sampling, withParameter } from './parameters';
import { type Preset, type PresetPane, presetOf } from './preset';
import { aWorkspace } from './samples';

const TEXTS = [
  '',
  ' ',
  'Be brief, {{tone}}.',
  'é 東京 🚀 e\u0301 \ud800 {{Größe}} {{constructor}}',
  '"\\/\n\t\u2028\u0007\u0000',
  '<img src=x onerror=alert(1)> javascript:alert(1) {{tone}} {{empty}}',
  'word '.repeat(400),
];
const OBJECTS: JsonObject[] = [
  {},
  { sort: 'price', only: ['a', 'b/c'], max_price: { prompt: 0.5, completion: null } },
  { tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object' } } }], 'a.b': -1.5e-7, '': [] },
];
const MODELS = ['maker/model', 'openrouter/auto', 'nobody/knows:free', '~maker/latest', '東/京'];

/** Data for tests: some preset, always the same for the same seed; every part may be missing, every value is good. */
export function somePreset(seed: number): Preset {
  const dice = diceOf(seed);
  const below = (count: number): number => Math.floor(dice() * count);
  const oneOf = <T>(list: readonly [T, ...T[]] | readonly T[], other: T): T => list[below(list.length)] ?? other;
  const sampling = (share: number): Sampling => {
    let set: Sampling = {};
    for (const parameter of PARAMETERS)
      if (dice() < share) set = withParameter(set, parameter.name, goodValue(parameter, dice));
    return set;
  };
  const pane = (): PresetPane => ({
    modelId: oneOf(MODELS, ''),
    fallbacks: Array.from({ length: below(4) }, () => oneOf(MODELS, '')),
    routing: oneOf(OBJECTS, {}),
    sampling: dice() < 0.3 ? sampling(0.2) : null,
    system: dice() < 0.3 ? oneOf(TEXTS, '') : null,
    extra: oneOf(OBJECTS, {}),
  });
  const whole = aWorkspace({
    system: oneOf(TEXTS, ''),
    draft: { text: oneOf(TEXTS, '') },
    variables: { tone: oneOf(TEXTS, ''), Größe: 'L', constructor: 'who builds', unused: 'x' },
    sampling: sampling(0.3),
    forced: PARAMETERS.filter(() => dice() < 0.1).map(({ name }) => name),
    panes: Array.from({ length: 1 + below(8) }, (_, at) => ({ ...pane(), id: `${at}` })),
    sync: { scroll: dice() < 0.5 },
  });
  const parts = (['system', 'prompt', 'parameters', 'panes'] as const).filter(() => dice() < 0.8);
  return presetOf(whole, new Set(parts));
}

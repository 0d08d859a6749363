// A list of the real one's size and make, for the benchmarks of the picker.

const MAKERS = ['openai', 'anthropic', 'google', 'meta-llama', 'mistralai', 'qwen', 'deepseek', 'x-ai', 'nvidia'];
const FAMILIES = ['swift', 'sonnet', 'large', 'coder', 'vision'];
const PARAMETERS = ['max_tokens', 'temperature', 'top_p', 'stop', 'seed', 'tools', 'structured_outputs', 'reasoning'];
const NEWEST = 1_787_000_000;
const DAY = 86_400;

/** Nine makers, five families of ten models each. */
export const MODELS = 450;

// The model of a first visit is in every real list, as are the paced ones that answer: without them, the page has more
// to say and to load.
const KNOWN = ['openai/gpt-4o-mini', 'simulator/paced-100', 'simulator/paced-500', 'simulator/paced-2000'];

const row = (_: unknown, at: number): object => {
  const [maker = '', family = ''] = [MAKERS[at % MAKERS.length], FAMILIES[at % FAMILIES.length]];
  const [version, dollars] = [1 + (at % 10), (1 + (at % 37)) / 10];
  return {
    id: KNOWN[at] ?? `${maker}/${family}-${version}-${at}b`,
    name: `${maker}: ${family} ${version} ${at}B`,
    created: NEWEST - at * DAY,
    context_length: 8192 * (1 + (at % 32)),
    architecture: { input_modalities: at % 2 ? ['text', 'image'] : ['text'], output_modalities: ['text'] },
    pricing: { prompt: (dollars / 1e6).toFixed(9), completion: (dollars / 2e5).toFixed(9) },
    top_provider: { max_completion_tokens: 4096 * (1 + (at % 8)) },
    supported_parameters: PARAMETERS.slice(0, 3 + (at % 6)),
  };
};

/** The body of `GET /models`. */
export const catalogue = (): string => JSON.stringify({ data: Array.from({ length: MODELS }, row) });

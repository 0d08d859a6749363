/** Companies that serve models, with what the data filters of a request ask about. */
export interface Provider {
  name: string;
  slug: string;
  headquarters: string;
  datacenters: string[];
  /** Keeps nothing after the answer. */
  zdr: boolean;
  /** May store or train on prompts. */
  trains: boolean;
}

const provider = (
  name: string,
  slug: string,
  headquarters: string,
  datacenters: string,
  zdr: boolean,
  trains = false,
): Provider => ({
  name,
  slug,
  headquarters,
  datacenters: datacenters.split(' '),
  zdr,
  trains,
});

export const PROVIDERS: readonly Provider[] = [
  provider('AI21', 'ai21', 'IL', 'US', false),
  provider('AionLabs', 'aion-labs', 'US', 'US', false),
  provider('Alibaba', 'alibaba', 'SG', 'SG', false),
  provider('Amazon Bedrock', 'amazon-bedrock', 'US', 'US DE JP', true),
  provider('Anthropic', 'anthropic', 'US', 'US', false),
  provider('Azure', 'azure', 'US', 'US SE', true),
  provider('Baseten', 'baseten', 'US', 'US', true),
  provider('Cerebras', 'cerebras', 'US', 'US CA', true),
  provider('Chutes', 'chutes', 'US', 'US', false, true),
  provider('Cloudflare', 'cloudflare', 'US', 'US DE SG', true),
  provider('Cohere', 'cohere', 'CA', 'US', true),
  provider('DeepInfra', 'deepinfra', 'US', 'US', true),
  provider('DeepSeek', 'deepseek', 'CN', 'CN', false, true),
  provider('Fireworks', 'fireworks', 'US', 'US', true),
  provider('Google', 'google-vertex', 'US', 'US DE SG', true),
  provider('Google AI Studio', 'google-ai-studio', 'US', 'US', false),
  provider('Groq', 'groq', 'US', 'US FI', true),
  provider('Inception', 'inception', 'US', 'US', true),
  provider('Liquid', 'liquid', 'US', 'US', false),
  provider('Mancer 2', 'mancer', 'US', 'US', false),
  provider('Meta', 'meta', 'US', 'US', false),
  provider('Minimax', 'minimax', 'CN', 'SG', false),
  provider('Mistral', 'mistral', 'FR', 'FR', false),
  provider('Moonshot AI', 'moonshotai', 'CN', 'SG', false),
  provider('Morph', 'morph', 'US', 'US', true),
  provider('Nebius', 'nebius', 'NL', 'FI FR', true),
  provider('Novita', 'novita', 'US', 'US', false),
  provider('Nvidia', 'nvidia', 'US', 'US', false, true),
  provider('OpenAI', 'openai', 'US', 'US', false),
  provider('Parasail', 'parasail', 'US', 'US', true),
  provider('Perplexity', 'perplexity', 'US', 'US', false),
  provider('Poolside', 'poolside', 'US', 'US', false, true),
  provider('Relace', 'relace', 'US', 'US', true),
  provider('SambaNova', 'sambanova', 'US', 'US', true),
  provider('Seed', 'seed', 'SG', 'SG', false),
  provider('Simulator', 'simulator', 'US', 'US', true),
  provider('Simulator A', 'simulator-a', 'US', 'US', true),
  provider('Simulator B', 'simulator-b', 'US', 'US', true),
  provider('SiliconFlow', 'siliconflow', 'SG', 'SG', false),
  provider('StepFun', 'stepfun', 'CN', 'SG', false),
  provider('Stealth', 'stealth', 'US', 'US', false, true),
  provider('Together', 'together', 'US', 'US', true),
  provider('Upstage', 'upstage', 'KR', 'KR', false),
  provider('Venice', 'venice', 'US', 'US', true),
  provider('xAI', 'xai', 'US', 'US', false),
  provider('Xiaomi', 'xiaomi', 'CN', 'SG', false),
  provider('Z.AI', 'z-ai', 'CN', 'SG', false),
];

const bySlug = new Map(PROVIDERS.map((entry) => [entry.slug, entry]));

/** @throws RangeError for a slug that the table does not have: a mistake of ours, not of a request. */
export function providerOf(slug: string): Provider {
  const found = bySlug.get(slug);
  if (!found) throw new RangeError(`no provider ${slug}`);
  return found;
}

/** Who serves the closed models of an author, the author's own service first. */
export const HOUSES: Readonly<Record<string, readonly string[]>> = {
  'aion-labs': ['aion-labs'],
  amazon: ['amazon-bedrock'],
  anthropic: ['anthropic', 'amazon-bedrock', 'google-vertex'],
  'bytedance-seed': ['seed'],
  cohere: ['cohere'],
  deepseek: ['deepseek'],
  google: ['google-ai-studio', 'google-vertex'],
  inception: ['inception'],
  liquid: ['liquid'],
  mancer: ['mancer'],
  meta: ['meta'],
  minimax: ['minimax'],
  mistralai: ['mistral'],
  moonshotai: ['moonshotai'],
  morph: ['morph'],
  nvidia: ['nvidia'],
  openai: ['openai', 'azure'],
  perplexity: ['perplexity'],
  poolside: ['poolside'],
  qwen: ['alibaba'],
  relace: ['relace'],
  simulator: ['simulator'],
  stealth: ['stealth'],
  stepfun: ['stepfun'],
  upstage: ['upstage'],
  'x-ai': ['xai'],
  xiaomi: ['xiaomi'],
  'z-ai': ['z-ai'],
};

/** Who serves open weights. */
export const HOSTS: readonly string[] = [
  'deepinfra',
  'together',
  'novita',
  'fireworks',
  'groq',
  'parasail',
  'nebius',
  'siliconflow',
  'baseten',
  'cerebras',
];

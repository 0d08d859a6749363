import type { JsonObject } from '@/lib/core/json';
import { parseUsd, timesUsd } from '@/lib/core/money';
import type { Endpoint } from '@/lib/simulator/catalogue/endpoints';
import { takes } from '@/lib/simulator/catalogue/model-row';
import type { ChatRequest } from '@/lib/simulator/request/chat-request';
import { partsOf } from '@/lib/simulator/request/prompt';
import { availability, type WireError, wireError } from '@/lib/simulator/wire-error';

/** One step of the funnel: which endpoints stay, and how the service explains an empty rest. */
interface Step {
  name: string;
  stays: (endpoint: Endpoint) => boolean;
  empty: (model: string) => { message: string; availability?: JsonObject };
}

/** `deepinfra` names all its variants, `deepinfra/turbo` one; a tier endpoint only goes by its own tag (§2.8). */
export const named = (endpoint: Endpoint, slug: string): boolean =>
  endpoint.tag === slug ||
  (endpoint.tier === 'default' && (endpoint.provider.slug === slug || endpoint.provider.name === slug));

const FAMILY: Readonly<Record<string, readonly string[]>> = { fp4: ['fp4', 'mxfp4', 'nvfp4'], fp8: ['fp8', 'mxfp8'] };

/** The words of the parameter vocabulary that a request needs. */
export function wordsNeeded({ body }: ChatRequest): string[] {
  const plain =
    'temperature top_p top_k min_p top_a frequency_penalty presence_penalty repetition_penalty max_tokens max_completion_tokens logit_bias logprobs top_logprobs seed response_format stop tools tool_choice parallel_tool_calls reasoning reasoning_effort verbosity';
  const words = plain
    .split(' ')
    .filter((word) => body[word] !== undefined && body[word] !== null && body[word] !== false);
  const schema = (body.response_format as JsonObject | undefined)?.type === 'json_schema';
  return schema ? [...words.filter((word) => word !== 'response_format'), 'structured_outputs'] : words;
}

const filtered =
  (field: string, by: string, detail: string) =>
  (model: string): { message: string; availability: JsonObject } => ({
    message: `No endpoints for ${model} meet ${field}.`,
    availability: availability('constraint_filtered', [model], { excluded_by: [by], constraint: { field, detail } }),
  });

const privacy =
  (by: string, policy: string) =>
  (model: string): { message: string; availability: JsonObject } => ({
    message: `No endpoints found for ${model} matching your data policy (${policy})`,
    availability: availability('privacy_restricted', [model], { excluded_by: [by] }),
  });

const says = (message: string) => (): { message: string } => ({ message });

function perMillion(endpoint: Endpoint, key: 'prompt' | 'completion', limit: number | string | undefined): boolean {
  const price = parseUsd(endpoint.pricing[key]);
  const most = parseUsd(limit);
  return most === null || price === null || timesUsd(price, 1_000_000) <= most;
}

/** The funnel of a request, in the order of the service. */
export function funnel(request: ChatRequest): Step[] {
  const { body, provider, tools } = request;
  const steps: Step[] = [];
  const add = (name: string, stays: Step['stays'], empty: Step['empty']): number => steps.push({ name, stays, empty });
  const tier = body.service_tier === 'fast' ? 'priority' : body.service_tier;
  const askedFor = new Set([...(provider.only ?? []), ...(provider.order ?? [])]);
  add(
    'Filter by Service Tier',
    (endpoint) =>
      tier === 'flex'
        ? endpoint.tier === 'flex'
        : endpoint.tier === 'default' || endpoint.tier === tier || askedFor.has(endpoint.tag),
    says('No endpoints found for the requested service tier.'),
  );
  for (const [part, word] of [
    ['image_url', 'image'],
    ['file', 'file'],
    ['input_audio', 'audio'],
    ['video_url', 'video'],
    ['input_video', 'video'],
  ] as const) {
    // A PDF is parsed for models that cannot read files, so it excludes nobody (§12.3).
    if (word !== 'file' && partsOf(request, part).length > 0) {
      add(
        `Filter by ${word} Input`,
        ({ row }) => takes(row, word),
        says(`No endpoints found that support ${word} input`),
      );
    }
  }
  if (tools.length > 0) {
    add(
      'Filter by Tool Support',
      ({ parameters }) => parameters.includes('tools'),
      says('No endpoints found that support tool use.'),
    );
  }
  const wanted = Array.isArray(body.modalities) ? body.modalities.map(String) : [];
  if (wanted.length > 0) {
    const message = `No endpoints found that support the requested output modalities: ${wanted.join(', ')}`;
    add(
      'Filter by Output Modalities',
      ({ row }) => wanted.every((kind) => row.architecture.output_modalities.includes(kind)),
      says(message),
    );
  }
  const { only, ignore, quantizations, max_price: most } = provider;
  const none = says('No allowed providers are available for the selected model.');
  if (only) add('Filter by Allowed Providers', (endpoint) => only.some((slug) => named(endpoint, slug)), none);
  if (ignore) add('Filter by Ignored Providers', (endpoint) => !ignore.some((slug) => named(endpoint, slug)), none);
  if (provider.allow_fallbacks === false && provider.order) {
    const { order } = provider;
    add('Filter by Provider Order', (endpoint) => order.some((slug) => named(endpoint, slug)), none);
  }
  if (provider.zdr === true)
    add('Filter by ZDR', (endpoint) => endpoint.provider.zdr, privacy('data_policy:zdr', 'zero retention'));
  if (provider.data_collection === 'deny') {
    add(
      'Filter by Data Collection',
      (endpoint) => !endpoint.provider.trains,
      privacy('data_policy:training', 'no training'),
    );
  }
  if (quantizations) {
    const allowed = new Set(quantizations.flatMap((name) => FAMILY[name] ?? [name]));
    add(
      'Filter by Quantization',
      ({ quantization }) => allowed.has(quantization),
      filtered('provider.quantizations', 'quantization', 'no endpoint of that precision'),
    );
  }
  if (most) {
    const cheap = (endpoint: Endpoint): boolean =>
      perMillion(endpoint, 'prompt', most.prompt) && perMillion(endpoint, 'completion', most.completion);
    add('Filter by Max Price', cheap, filtered('provider.max_price', 'max_price', 'lowest price is above the limit'));
  }
  if (provider.require_parameters === true) {
    const words = wordsNeeded(request);
    const knows = ({ parameters }: Endpoint, word: string): boolean =>
      parameters.includes(word) || (word === 'max_completion_tokens' && parameters.includes('max_tokens'));
    const detail = `not supported together: ${words.join(', ')}`;
    add(
      'Filter by Parameters',
      (endpoint) => words.every((word) => knows(endpoint, word)),
      filtered('provider.require_parameters', 'require_parameters', detail),
    );
  }
  return steps;
}

/** Runs the funnel: the endpoints that are left, or the 404 that names the step that took the last one (§5.6). */
export function filterEndpoints(
  endpoints: readonly Endpoint[],
  request: ChatRequest,
  model: string,
): { left: Endpoint[] } | { error: WireError } {
  let left = [...endpoints];
  const record: JsonObject[] = [
    { step: 'Initial Endpoints', endpoint_count: left.filter(({ tier }) => tier === 'default').length },
  ];
  for (const { name, stays, empty } of funnel(request)) {
    left = left.filter(stays);
    if (left.length > 0) {
      record.push({ step: name, endpoint_count: left.length });
      continue;
    }
    const { message, availability: known } = empty(model);
    if (known)
      return { error: wireError(404, message, { metadata: { error_type: 'not_found' }, availability: known }) };
    return { error: wireError(404, message, { metadata: { routing_funnel: record, failed_routing_step: name } }) };
  }
  return { left };
}

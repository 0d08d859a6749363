import { isSentinel, SENTINELS, type SentinelId } from '@/lib/simulator/sentinels';
import type { ModelRow } from './model-row';

const FREE: ReadonlySet<SentinelId> = new Set([
  'simulator/echo',
  'simulator/markdown',
  'simulator/hostile',
  'simulator/404-free-ended',
]);
const REASONS: ReadonlySet<SentinelId> = new Set(['simulator/all-reasoning', 'simulator/thinking']);
const LISTED_SINCE = 1_788_000_000;

const EVERY_WORD = [
  'frequency_penalty',
  'include_reasoning',
  'logit_bias',
  'logprobs',
  'max_completion_tokens',
  'max_tokens',
  'min_p',
  'parallel_tool_calls',
  'presence_penalty',
  'reasoning',
  'reasoning_effort',
  'repetition_penalty',
  'response_format',
  'seed',
  'stop',
  'structured_outputs',
  'temperature',
  'tool_choice',
  'tools',
  'top_a',
  'top_k',
  'top_logprobs',
  'top_p',
  'verbosity',
  'web_search_options',
];

/** The rows of the catalogue that let a visitor pick a fault. */
export const sentinelRows = (): ModelRow[] =>
  SENTINELS.map(({ id, name, does }, i) => {
    const free = isSentinel(id) && FREE.has(id);
    const slug = id === 'simulator/dated' ? 'simulator/dated-20260822' : id;
    return {
      id,
      canonical_slug: slug,
      hugging_face_id: null,
      name,
      created: LISTED_SINCE - i,
      context_length: 1_048_576,
      architecture: {
        modality: 'text+image->text',
        input_modalities: ['text', 'image'],
        output_modalities: ['text'],
        tokenizer: 'Other',
        instruct_type: null,
      },
      pricing: free ? { prompt: '0', completion: '0' } : { prompt: '0.0000001', completion: '0.0000004' },
      top_provider: { context_length: 1_048_576, max_completion_tokens: 1_000_000, is_moderated: false },
      per_request_limits: null,
      supported_parameters: EVERY_WORD,
      default_parameters: {},
      ...(REASONS.has(id) && { reasoning: { mandatory: true } }),
      knowledge_cutoff: null,
      expiration_date: null,
      links: { details: `/api/v1/models/${slug}/endpoints` },
      description: does,
      supported_voices: null,
    };
  });

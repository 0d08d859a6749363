import type { SentinelId } from '@/lib/simulator/sentinels';

export interface FailureErrand {
  /** What the note says, in our words. */
  says: string;
  cause: string;
  /** The first is the one to press. */
  buttons: string[];
  /** Whether text came before, which stays. */
  kept?: true;
}

const AGAIN = 'Try again';
const OTHER = 'Choose another model';
const OTHER_KEY = 'Use another key';
const MINI = 'Use openai/gpt-5-mini';
const cut = 'The connection broke before the answer was complete.';
const brokeOff = 'The answer broke off.';

/** Every sentinel that fails; those that answer, well or oddly, are other errands' business. */
export const FAILURES: Partial<Record<SentinelId, FailureErrand>> = {
  'simulator/400': {
    says: 'The request was not accepted as it is.',
    cause: '400 invalid_request',
    buttons: ['Show the request'],
  },
  'simulator/401': { says: 'The key was not accepted.', cause: '401', buttons: [OTHER_KEY] },
  'simulator/402': {
    says: 'There is not enough credit for this request: 2,210 tokens are affordable.',
    cause: '402',
    buttons: ['Use 2,210 tokens', 'Add credits', OTHER_KEY],
  },
  'simulator/402-in-flight': {
    says: 'Running requests hold the rest of the credit.',
    cause: '402',
    buttons: ['Try again in'],
  },
  'simulator/403-moderation': {
    says: 'The text was flagged, and is not answered.',
    cause: '403',
    buttons: ['Edit the message', OTHER],
  },
  'simulator/403-guardrail': {
    says: 'A guardrail of the key blocked the request.',
    cause: '403',
    buttons: ['Edit the message', OTHER_KEY],
  },
  'simulator/403-key-limit': {
    says: 'The daily limit of this key is used up.',
    cause: '403',
    buttons: [OTHER_KEY, 'Open key settings'],
  },
  'simulator/403-region': {
    says: 'This model is not offered in the region of this server.',
    cause: '403 region_restricted',
    buttons: [OTHER],
  },
  'simulator/404-no-endpoints': {
    says: 'No provider offers this model now.',
    cause: '404 no_endpoints',
    buttons: [OTHER],
  },
  'simulator/404-deprecated': {
    says: 'This model was retired.',
    cause: '404 model_deprecated',
    buttons: [MINI, OTHER],
  },
  'simulator/404-upstream': {
    says: 'The provider has taken this model away.',
    cause: '404 model_unavailable_upstream',
    buttons: [OTHER],
  },
  'simulator/404-privacy': {
    says: 'No provider is left under the data policy.',
    cause: '404 privacy_restricted',
    buttons: ['Open privacy settings', OTHER],
  },
  'simulator/404-filtered': {
    says: 'No provider is left under the price limit.',
    cause: '404 constraint_filtered',
    buttons: [OTHER],
  },
  'simulator/404-free-ended': {
    says: 'The free period of this model is over.',
    cause: '404 free_variant_ended',
    buttons: [MINI, OTHER],
  },
  'simulator/408': { says: 'The provider took too long.', cause: '408 timeout', buttons: [AGAIN] },
  'simulator/429': {
    says: 'The day’s requests to free models are used up.',
    cause: '429',
    buttons: [OTHER, AGAIN],
  },
  'simulator/429-provider': {
    says: 'The provider takes no more requests for the moment.',
    cause: '429',
    buttons: [AGAIN, OTHER],
  },
  'simulator/429-capacity': {
    says: 'Every provider of this model is full.',
    cause: '429 capacity_exhausted',
    buttons: [AGAIN, MINI, OTHER],
  },
  'simulator/500': { says: 'OpenRouter had an internal error.', cause: '500 server', buttons: [AGAIN] },
  'simulator/502': {
    says: 'The provider is down or sent a bad answer.',
    cause: '502 provider_unavailable',
    buttons: [AGAIN],
  },
  'simulator/503': {
    says: 'No provider of this model answers for the moment.',
    cause: '503 temporarily_unavailable',
    buttons: [AGAIN, OTHER],
  },
  'simulator/529': {
    says: 'The provider is overloaded.',
    cause: '529 provider_overloaded',
    buttons: [AGAIN, OTHER],
  },
  'simulator/down': {
    says: 'No provider of this model answers for the moment.',
    cause: '503 temporarily_unavailable',
    buttons: [AGAIN, OTHER],
  },
  'simulator/200-error': { says: 'OpenRouter had an internal error.', cause: '500', buttons: [AGAIN] },
  'simulator/error-first': {
    says: 'Too many requests for now.',
    cause: '429 rate_limit_exceeded',
    buttons: [AGAIN, OTHER],
  },
  'simulator/error-mid': {
    says: `${brokeOff} The provider is down or sent a bad answer.`,
    cause: '502 provider_unavailable',
    buttons: [AGAIN],
    kept: true,
  },
  'simulator/error-mid-b': {
    says: `${brokeOff} A limit of tokens was reached.`,
    cause: '400',
    buttons: ['Ask without the earlier turns', 'Edit the message', AGAIN],
    kept: true,
  },
  'simulator/error-mid-c': {
    says: `${brokeOff} The provider reported an error.`,
    cause: 'server_error',
    buttons: [AGAIN],
    kept: true,
  },
  'simulator/error-mid-d': {
    says: `${brokeOff} The provider reported an error.`,
    cause: 'MALFORMED_FUNCTION_CALL',
    buttons: [AGAIN],
    kept: true,
  },
  'simulator/cut': { says: cut, cause: 'cut', buttons: [AGAIN], kept: true },
  'simulator/end-early': { says: cut, cause: 'cut', buttons: [AGAIN], kept: true },
  'simulator/empty': { says: 'The model sent an empty answer', cause: 'empty', buttons: [AGAIN] },
  'simulator/malformed': {
    says: '2 pieces of the answer could not be read, so text may be missing.',
    cause: 'malformed_chunk',
    buttons: [AGAIN],
    kept: true,
  },
};

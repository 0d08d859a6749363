import type { Failure } from '@/lib/core/failure';
import { formatTokens } from '@/lib/core/figures';
import {
  lessText,
  moreRoom,
  type Remedy,
  type Situation,
  underRules,
  withoutFallbacks,
  withoutParameters,
  withoutRule,
} from './remedy';

/** Whether the same request can succeed: at once, after a while, or never. */
export type Retrying = 'now' | 'later' | 'never';

export interface Ailment {
  sentence: string | ((failed: Failure) => string);
  retrying: Retrying;
  /** The first is the button; the rest stand beside it. */
  remedies: (failed: Failure, situation: Situation) => Remedy[];
}

const again = ({ retryAfter }: Failure): Remedy[] => [{ kind: 'retry', afterSeconds: retryAfter }];
const chooseModel = (): Remedy[] => [{ kind: 'choose-model' }];
const edit = (): Remedy[] => [{ kind: 'edit' }];
const showRequest = (): Remedy[] => [{ kind: 'show-request' }];
const otherKey = (): Remedy[] => [{ kind: 'use-key' }];
const raiseLimit = (): Remedy[] => [{ kind: 'use-key' }, { kind: 'open', page: 'keys' }];
const editOrUseKey = (): Remedy[] => [...edit(), ...otherKey()];

const never = (sentence: Ailment['sentence'], remedies: Ailment['remedies']): Ailment => ({
  sentence,
  retrying: 'never',
  remedies,
});
const now = (sentence: Ailment['sentence']): Ailment => ({ sentence, retrying: 'now', remedies: again });
const later = (sentence: Ailment['sentence'], remedies: Ailment['remedies'] = again): Ailment => ({
  sentence,
  retrying: 'later',
  remedies,
});

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

const excludedBy = ({ availability }: Failure): string[] => strings(availability?.['excluded_by']);

/** The models that the answer itself names as a way out, else the picker. */
const otherModels = ({ availability }: Failure): Remedy[] => [
  ...strings(availability?.['fallback_models'])
    .slice(0, 3)
    .map((id): Remedy => ({ kind: 'use-model', id })),
  { kind: 'choose-model' },
];

const orOtherModels = (failed: Failure): Remedy[] => [...again(failed), ...otherModels(failed)];

const credit = (failed: Failure): Remedy[] => [
  ...(failed.affordableTokens ? [{ kind: 'use-tokens', tokens: failed.affordableTokens } as const] : []),
  { kind: 'open', page: 'credits' },
  { kind: 'use-key' },
];

const needsCredit = (failed: Failure): string =>
  failed.affordableTokens
    ? `There is not enough credit for this request: ${formatTokens(failed.affordableTokens)} tokens are affordable.`
    : 'There is not enough credit for this request.';

const tooLong = never('The conversation is longer than the model can read.', (_, situation) => [
  ...lessText(situation),
  { kind: 'choose-model' },
]);
const noRoom = never(
  'The conversation, with room for the answer, is longer than the model can read.',
  (_, situation) => [...moreRoom(situation), { kind: 'choose-model' }],
);
const flagged = never('The text was flagged, and is not answered.', (failed) => [...edit(), ...otherModels(failed)]);
const badPicture = (what: string): Ailment => never(`A picture in the request ${what}.`, showRequest);
const ruledOut = never(
  (failed) => underRules(excludedBy(failed)),
  (failed, situation) => withoutRule(excludedBy(failed), situation),
);

const holdsCredit = later('Running requests hold the rest of the credit.');
const freeDayOver = later('The day’s requests to free models are used up.', (failed) => [
  ...chooseModel(),
  ...again(failed),
]);

const noModel = never('There is no model of this name.', (failed, situation) => [
  ...withoutFallbacks(failed.message, situation),
  ...otherModels(failed),
]);

/** By `error.availability.code` (§5.4). */
export const BY_AVAILABILITY: Record<string, Ailment> = {
  model_not_found: noModel,
  wrong_endpoint: never('This model does not answer chats.', otherModels),
  no_endpoints: never('No provider offers this model now.', otherModels),
  model_deprecated: never('This model was retired.', otherModels),
  model_unavailable_upstream: never('The provider has taken this model away.', otherModels),
  privacy_restricted: never('No provider is left under the data policy.', (failed, situation) =>
    withoutRule(excludedBy(failed), situation),
  ),
  constraint_filtered: ruledOut,
  free_variant_ended: never('The free period of this model is over.', otherModels),
  region_restricted: never('This model is not offered in the region of this server.', otherModels),
  capacity_exhausted: later('Every provider of this model is full.', orOtherModels),
  temporarily_unavailable: later('No provider of this model answers for the moment.', orOtherModels),
};

/** By what limit it was (`metadata.limit_source`, §5.5). */
export const BY_LIMIT: Record<string, Ailment> = {
  upstream_provider_shared_pool: later('The provider takes no more requests for the moment.', orOtherModels),
  openrouter_free_tier_daily: freeDayOver,
  openrouter_credits: never(needsCredit, credit),
  openrouter_key_limit: never('The limit of this key is used up.', raiseLimit),
  openrouter_in_flight_budget: holdsCredit,
  openrouter_admission_control: later('OpenRouter takes no more requests of this key for the moment.'),
};

/** By `metadata.error_type` (§5.3). */
export const BY_TYPE: Record<string, Ailment> = {
  context_length_exceeded: noRoom,
  token_limit_exceeded: noRoom,
  string_too_long: tooLong,
  payload_too_large: tooLong,
  max_tokens_exceeded: never('Max tokens is more than the model can write.', (_, situation) =>
    withoutParameters(['max_tokens'], situation),
  ),
  invalid_request: never('The request was not accepted as it is.', showRequest),
  invalid_prompt: never('The prompt was not accepted.', edit),
  content_policy_violation: never('The prompt goes against the provider’s rules.', edit),
  refusal: never('The model refuses to answer this.', edit),
  invalid_image: badPicture('cannot be read'),
  image_too_large: badPicture('is too large'),
  image_too_small: badPicture('is too small'),
  unsupported_image_format: badPicture('has a format that the model does not take'),
  image_download_failed: badPicture('could not be fetched'),
  image_not_found: badPicture('was not found'),
  authentication: never('The key was not accepted.', otherKey),
  payment_required: never(needsCredit, credit),
  permission_denied: never('The key may not do this.', otherKey),
  not_found: never('What was asked for does not exist.', otherModels),
  precondition_failed: never('A condition of the request was not met.', showRequest),
  unprocessable: never('The request could not be processed.', showRequest),
  rate_limit_exceeded: later('Too many requests for now.', orOtherModels),
  server: now('OpenRouter had an internal error.'),
  unmapped: now('OpenRouter had an internal error.'),
  provider_unavailable: now('The provider is down or sent a bad answer.'),
  provider_overloaded: later('The provider is overloaded.', orOtherModels),
  timeout: now('The provider took too long.'),
};

/** By HTTP status (§5.2), for what says no more. */
export const BY_STATUS: Record<number, Ailment> = {
  400: never('The request was not accepted as it is.', showRequest),
  401: never('The key was not accepted.', otherKey),
  402: never(needsCredit, credit),
  403: never('The request was blocked.', editOrUseKey),
  404: never('No endpoint is left that can serve this request.', otherModels),
  408: now('The request took too long.'),
  409: now('The request is in conflict with another one.'),
  410: never('What was asked for is gone.', otherModels),
  412: never('A condition of the request was not met.', showRequest),
  413: tooLong,
  422: never('The request could not be processed.', showRequest),
  429: later('Too many requests for now.', orOtherModels),
  500: now('OpenRouter had an internal error.'),
  502: now('The provider is down or sent a bad answer.'),
  503: later('No provider can take this request now.', orOtherModels),
  504: now('The provider took too long.'),
  524: now('The connection to the provider timed out.'),
  529: later('The provider is overloaded.', orOtherModels),
};

/** By a word of the message, where nothing else tells the cases apart (§5.6). */
export const BY_MESSAGE: [says: RegExp, ailment: Ailment][] = [
  [/not a valid model/i, noModel],
  [/maximum context length/i, noRoom],
  [/token limit reached/i, never('A limit of tokens was reached.', (_, situation) => moreRoom(situation))],
  [
    /'models' array must have/i,
    never('The list of models is longer than the API takes.', (_, { extra }) =>
      extra.includes('models') ? [{ kind: 'drop-extra', keys: ['models'] }] : showRequest(),
    ),
  ],
  [/flagged for/i, flagged],
  [/guardrail/i, never('A guardrail of the key blocked the request.', editOrUseKey)],
  [
    /key limit exceeded.*\b(daily|weekly|monthly)\b/i,
    later(
      ({ message }) => `The ${/daily|weekly|monthly/i.exec(message)?.[0].toLowerCase()} limit of this key is used up.`,
      raiseLimit,
    ),
  ],
  [/key limit exceeded/i, never('The limit of this key is used up.', raiseLimit)],
  [/free-models-per-day/i, freeDayOver],
  [/running requests hold|in.flight budget/i, holdsCredit],
  [/requires more credits|insufficient credits/i, never(needsCredit, credit)],
  [/missing authentication|no auth credentials/i, never('There is no key.', () => [{ kind: 'use-key', none: true }])],
  [
    /no allowed providers/i,
    never('The chosen providers do not offer this model.', (_, situation) =>
      withoutRule(['allowed_providers'], situation),
    ),
  ],
  [
    /no models match .*restrictions/i,
    never('The router’s own restrictions leave no model.', (_, { extra }) =>
      extra.includes('plugins') ? [{ kind: 'drop-extra', keys: ['plugins'] }, ...chooseModel()] : chooseModel(),
    ),
  ],
  [
    /support tool use|tool_choice/i,
    never('No provider of this model takes tools.', (_, { extra }) => {
      const keys = ['tools', 'tool_choice'].filter((key) => extra.includes(key));
      return keys.length > 0 ? [{ kind: 'drop-extra', keys }, ...chooseModel()] : chooseModel();
    }),
  ],
  [/support (image|audio|video|file) input/i, never('The model does not take what is attached.', chooseModel)],
  [
    /output modalities/i,
    never('The model does not write what was asked for.', (_, { extra }) =>
      extra.includes('modalities') ? [{ kind: 'drop-extra', keys: ['modalities'] }, ...chooseModel()] : chooseModel(),
    ),
  ],
  [
    /matching your data policy/i,
    never('No provider is left under the data policy.', (_, situation) =>
      withoutRule(['data_policy:zdr', 'data_policy:training'], situation),
    ),
  ],
  [
    /service tier/i,
    never('No provider has this service tier.', (_, situation) => withoutParameters(['service_tier'], situation)),
  ],
  [
    /reasoning is mandatory/i,
    never('This model always reasons.', (_, situation) =>
      withoutParameters(['reasoning.effort', 'reasoning.enabled'], situation),
    ),
  ],
  [
    /must be greater than .*reasoning/i,
    never('Max tokens must be larger than the reasoning budget.', (_, situation) =>
      withoutParameters(['reasoning.max_tokens'], situation),
    ),
  ],
];

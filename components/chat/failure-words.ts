import type { Remedy } from '@/lib/core/doctor/remedy';
import { formatTokens } from '@/lib/core/figures';
import { parameterOf } from '@/lib/core/parameters';

const PAGES = {
  credits: { label: 'Add credits', url: 'https://openrouter.ai/settings/credits' },
  privacy: { label: 'Open privacy settings', url: 'https://openrouter.ai/settings/privacy' },
  keys: { label: 'Open key settings', url: 'https://openrouter.ai/settings/keys' },
};

const RULES: Record<string, string> = {
  zdr: 'zero data retention',
  data_collection: 'data collection',
  max_price: 'the price limit',
  require_parameters: 'parameters required',
  quantizations: 'quantizations',
};

const isRule = (key: string): boolean => Object.hasOwn(RULES, key);

function dropped(keys: string[]): string {
  const rules = keys.filter(isRule);
  return rules.length === keys.length
    ? `Drop ${rules.map((key) => RULES[key]).join(' and ')}`
    : 'Allow other providers';
}

/** Where a remedy leads outside of the playground, if it does. */
export const pageOf = (remedy: Remedy): string | null => (remedy.kind === 'open' ? PAGES[remedy.page].url : null);

/** What a remedy's button says. */
export function labelOf(remedy: Remedy): string {
  switch (remedy.kind) {
    case 'retry':
      return 'Try again';
    case 'use-tokens':
      return `Use ${formatTokens(remedy.tokens)} tokens`;
    case 'reason-less':
      return 'Use low reasoning effort';
    case 'use-model':
      return `Use ${remedy.id}`;
    case 'choose-model':
      return 'Choose another model';
    case 'drop-routing':
      return dropped(remedy.keys);
    case 'drop-parameters':
      return `Drop ${remedy.names.map((name) => parameterOf(name)?.label ?? name).join(', ')}`;
    case 'drop-extra':
      return `Drop ${remedy.keys.join(', ')} from the extra JSON`;
    case 'drop-fallbacks':
      return `Remove ${remedy.ids.join(', ')} from the fallbacks`;
    case 'shorten':
      return 'Ask without the earlier turns';
    case 'edit':
      return 'Edit the message';
    case 'use-key':
      return remedy.none ? 'Add a key' : 'Use another key';
    case 'raise-cap':
      return 'Change the cap';
    case 'show-request':
      return 'Show the request';
    case 'open':
      return PAGES[remedy.page].label;
  }
}

export const failureWords = {
  label: 'Failure',
  kept: 'What arrived is kept.',
  retrying: {
    now: 'The same request may succeed now.',
    later: 'The same request may succeed later.',
    never: 'The same request would fail again.',
  },
  waiting: (time: string) => `Try again in ${time}`,
  armed: (time: string) => `Trying again in ${time}: press to stop`,
  at: (time: string) => `Try again (limit until ${time})`,
  details: 'Details',
  copyDetails: 'Copy details',
};

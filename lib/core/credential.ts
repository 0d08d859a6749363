/** What the upstream tells of a key (§10.2). Amounts are exact decimal US dollars; null is what it does not tell. */
export interface KeyFacts {
  /** The key shortened, or the name that its owner gave it. */
  label: string | null;
  /** `unlimited` when the key has no limit of its own. */
  limit: string | 'unlimited' | null;
  limitRemaining: string | null;
  /** `daily`, `weekly`, `monthly`; null also when the limit never resets. */
  limitReset: string | null;
  /** Spent since the key exists. */
  usage: string | null;
  /** Whether its account has never bought credits. */
  isFreeTier: boolean | null;
  /** ISO 8601. */
  expiresAt: string | null;
}

/** Whose key pays for the requests of this visitor, and where it goes. Never the key. */
export interface KeyInForce {
  /** The visitor's own comes first, then the operator's. */
  owner: 'visitor' | 'operator' | 'nobody';
  /** Who answers with this key. */
  upstream: 'openrouter' | 'custom' | 'simulator';
  /** Where a visitor's key goes: `OpenRouter`, or the host of the operator's own upstream. */
  sentTo: string;
  /** Of a visitor's key only; null when nothing could be learned. */
  facts: KeyFacts | null;
  /** Why a visitor's key could not be looked up now, as a sentence. */
  problem: string | null;
}

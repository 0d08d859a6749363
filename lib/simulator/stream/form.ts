/** The three ends of a stream that were seen (§4.3). Form B also has the key order of 2025. */
export type Form = 'A' | 'B' | 'C';

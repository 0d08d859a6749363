import { authorOf, type ModelRow } from '@/lib/simulator/catalogue/model-row';
import { unit } from '@/lib/simulator/random';

/** How a family likes to answer, so that two models side by side do not look alike. */
export interface Manner {
  opens: boolean;
  closes: boolean;
  headings: boolean;
  bullets: '-' | '*' | '1.';
  bold: boolean;
  quotes: boolean;
  /** Sentences in a paragraph. */
  sentences: number;
  /** Sections of a long answer. */
  sections: number;
  /** See {@link Voice}. */
  sharpness: number;
}

const PLAIN: Manner = {
  opens: false,
  closes: false,
  headings: false,
  bullets: '-',
  bold: true,
  quotes: false,
  sentences: 3,
  sections: 2,
  sharpness: 1.15,
};

const MANNERS: Readonly<Record<string, Partial<Manner>>> = {
  anthropic: { headings: true, sentences: 3, sections: 2, quotes: true, sharpness: 1.25 },
  openai: { opens: true, headings: true, closes: true, sections: 3, sentences: 2, sharpness: 1.2 },
  google: { opens: true, headings: true, bullets: '*', sections: 3, sentences: 2 },
  'x-ai': { sentences: 4, bold: false, sections: 1, sharpness: 1.05 },
  deepseek: { headings: true, bullets: '1.', sections: 3 },
  qwen: { opens: true, bullets: '1.', headings: true, closes: true },
  'meta-llama': { opens: true, sentences: 3, sections: 1 },
  mistralai: { bold: true, sections: 2, sentences: 2, quotes: true },
  cohere: { sections: 1, sentences: 4 },
  moonshotai: { headings: true, quotes: true, sentences: 2 },
};

export function mannerOf(row: ModelRow): Manner {
  const family = MANNERS[authorOf(row.id)] ?? {
    opens: unit(row.id) < 0.5,
    headings: unit(`${row.id}h`) < 0.5,
    closes: unit(`${row.id}c`) < 0.4,
  };
  // Small models wander more.
  const small = /nano|lite|\b[1-9]b\b|1\.\db|mini/.test(row.id) ? -0.12 : 0;
  const manner = { ...PLAIN, ...family };
  return { ...manner, sharpness: manner.sharpness + small };
}

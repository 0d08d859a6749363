import { type Model, shortName } from '@/lib/core/model';
import { presetOf } from '@/lib/core/model-query';
import { freeFormWords } from './words';

/** What is known of an id that has no row of its own: a few words for the list, and a sentence. */
export function describeFreeForm(id: string, model: Model | undefined): { note: string; details: string } {
  const preset = presetOf(id);
  if (preset && preset.model === null)
    return { note: freeFormWords.preset, details: freeFormWords.presetDetails(preset.slug) };
  const name = model ? shortName(model) : (preset?.model ?? '');
  if (preset) return { note: freeFormWords.joined(name), details: freeFormWords.joinedDetails(preset.slug, name) };
  if (model === undefined) return { note: freeFormWords.unknown, details: freeFormWords.unknownDetails };
  return model.canonicalSlug === id
    ? { note: freeFormWords.dated(name), details: freeFormWords.datedDetails }
    : { note: freeFormWords.variant(name), details: freeFormWords.variantDetails };
}

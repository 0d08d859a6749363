import { Braces, Eye, Lightbulb, type LucideIcon, Wrench } from 'lucide-react';
import type { Model } from '@/lib/core/model';
import { CAPABILITIES, type Capability } from '@/lib/core/model-search';
import { SHAPES } from './mark-shapes';
import { capabilityWords, kindWords, pickerWords } from './words';

export const capabilityIcons: Record<Capability, LucideIcon> = {
  tools: Wrench,
  vision: Eye,
  reasoning: Lightbulb,
  structured: Braces,
};

/** What a model takes besides text; images last, the only ones that a phone has room for. */
const KINDS = ['file', 'audio', 'video', 'image'] as const;
const ABILITIES = ['tools', 'reasoning', 'structured'] as const;
const PLACES = [...KINDS, ...ABILITIES];

const STEP = 20;
const SIZE = 14;

/** One picture, each icon always in the same place, so that a column can be scanned; a narrow one is cut at its left. */
const draw = (names: readonly string[]) => (
  <svg
    viewBox={`0 0 ${STEP * PLACES.length} ${SIZE}`}
    preserveAspectRatio="xMaxYMid slice"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.5}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
    className="h-3.5 w-35 max-sm:w-20"
  >
    {PLACES.map((name, at) =>
      names.includes(name) ? (
        <path key={name} transform={`translate(${at * STEP}) scale(${SIZE / 24})`} d={SHAPES[name]} />
      ) : null,
    )}
  </svg>
);

const drawings = new Map<string, ReturnType<typeof draw>>();

/** There are few sets of icons, and each is drawn once: hundreds of rows share them. */
function drawing(names: readonly string[]) {
  const key = names.join();
  const drawn = drawings.get(key) ?? draw(names);
  drawings.set(key, drawn);
  return drawn;
}

const takenBy = (model: Model): string[] => KINDS.filter((kind) => model.inputModalities.includes(kind)).toReversed();
const abilitiesOf = (model: Model): Capability[] => ABILITIES.filter((name) => CAPABILITIES[name](model));

/** What a model takes, gives and can do, in words. */
export const markWords = (model: Model): string[] => {
  const gives = model.outputModalities.filter((kind) => kind !== 'text');
  return [
    ...abilitiesOf(model).map((name) => capabilityWords[name]),
    ...(takenBy(model).length > 0 ? [pickerWords.takes(takenBy(model).map(kindWords))] : []),
    ...(gives.length > 0 ? [pickerWords.gives(gives.map(kindWords))] : []),
  ];
};

/** Small icons for what a model takes and can do. */
export function CapabilityMarks({ model }: { model: Model }) {
  const tip = markWords(model).join(', ');
  return (
    <span className="flex shrink-0 text-muted" data-tip={tip || undefined}>
      {drawing([...takenBy(model), ...abilitiesOf(model)])}
    </span>
  );
}

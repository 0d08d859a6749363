import { AudioLines, Braces, Clapperboard, Eye, FileText, Lightbulb, type LucideIcon, Wrench } from 'lucide-react';
import type { Model } from '@/lib/core/model';
import { CAPABILITIES, type Capability } from '@/lib/core/model-search';
import { capabilityWords, kindWords, pickerWords } from './words';

export const capabilityIcons: Record<Capability, LucideIcon> = {
  tools: Wrench,
  vision: Eye,
  reasoning: Lightbulb,
  structured: Braces,
};

/** What a model takes besides text; images first, the only ones that a phone has room for. */
const kindIcons: [kind: string, Icon: LucideIcon][] = [
  ['image', Eye],
  ['file', FileText],
  ['audio', AudioLines],
  ['video', Clapperboard],
];
const abilityIcons = (['tools', 'reasoning', 'structured'] as const).map((name): [Capability, LucideIcon] => [
  name,
  capabilityIcons[name],
]);

const STEP = 20;
const SIZE = 14;

/** One picture for a row of icons, each always in the same place, so that a column can be scanned. */
function draw(icons: readonly [string, LucideIcon][], names: readonly string[], className: string) {
  return (
    <svg width={STEP * icons.length} height={SIZE} aria-hidden className={className}>
      {icons.map(([name, Icon], at) => (names.includes(name) ? <Icon key={name} x={at * STEP} size={SIZE} /> : null))}
    </svg>
  );
}

const drawings = new Map<string, ReturnType<typeof draw>>();

/** There are few sets of icons, and each is drawn once: hundreds of rows share them. */
function drawing(icons: readonly [string, LucideIcon][], names: readonly string[], className: string) {
  const key = `${icons.length} ${names.join()}`;
  const drawn = drawings.get(key) ?? draw(icons, names, className);
  drawings.set(key, drawn);
  return drawn;
}

const takenBy = (model: Model): string[] =>
  kindIcons.map(([kind]) => kind).filter((kind) => model.inputModalities.includes(kind));
const abilitiesOf = (model: Model): Capability[] =>
  abilityIcons.map(([name]) => name as Capability).filter((name) => CAPABILITIES[name](model));

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
      {drawing(kindIcons, takenBy(model), 'max-sm:w-5')}
      {drawing(abilityIcons, abilitiesOf(model), '')}
    </span>
  );
}

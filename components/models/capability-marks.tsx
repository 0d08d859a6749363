import { Braces, Eye, Lightbulb, type LucideIcon, Wrench } from 'lucide-react';
import type { Model } from '@/lib/core/model';
import { CAPABILITIES, type Capability } from '@/lib/core/model-search';
import { capabilityWords } from './words';

export const capabilityIcons: Record<Capability, LucideIcon> = {
  tools: Wrench,
  vision: Eye,
  reasoning: Lightbulb,
  structured: Braces,
};

const order = Object.keys(capabilityIcons) as Capability[];

/** The names of what a model can do. */
export const capabilityNames = (model: Model): string[] =>
  order.filter((name) => CAPABILITIES[name](model)).map((name) => capabilityWords[name]);

const STEP = 20;
const SIZE = 14;

/** The drawing of one set of capabilities: one picture, each icon always in the same place, so a column can be scanned. */
function draw(names: readonly Capability[]) {
  return (
    <svg width={STEP * order.length} height={SIZE} aria-hidden>
      {order.map((name, at) => {
        const Icon = capabilityIcons[name];
        return names.includes(name) ? <Icon key={name} x={at * STEP} size={SIZE} /> : null;
      })}
    </svg>
  );
}

const drawings = new Map<string, ReturnType<typeof draw>>();

/** Small icons for what a model can do. There are sixteen sets, each drawn once: hundreds of rows share them. */
export function CapabilityMarks({ model }: { model: Model }) {
  const names = order.filter((name) => CAPABILITIES[name](model));
  const key = names.join();
  const drawing = drawings.get(key) ?? draw(names);
  drawings.set(key, drawing);
  return (
    <span className="shrink-0 text-muted" data-tip={capabilityNames(model).join(', ') || undefined}>
      {drawing}
    </span>
  );
}

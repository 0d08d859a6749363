import { Braces, Brain, Eye, type LucideIcon, Wrench } from 'lucide-react';
import type { Model } from '@/lib/core/model';
import { CAPABILITIES, type Capability } from '@/lib/core/model-search';
import { capabilityWords } from './words';

export const capabilityIcons: Record<Capability, LucideIcon> = {
  tools: Wrench,
  vision: Eye,
  reasoning: Brain,
  structured: Braces,
};

const order = Object.keys(capabilityIcons) as Capability[];

/** The names of what a model can do. */
export const capabilityNames = (model: Model): string[] =>
  order.filter((name) => CAPABILITIES[name](model)).map((name) => capabilityWords[name]);

/** One icon a capability, each always in the same place, so that a column can be scanned. */
export function CapabilityMarks({ model }: { model: Model }) {
  return (
    <span aria-hidden className="flex gap-1.5 text-muted">
      {order.map((name) => {
        const Icon = capabilityIcons[name];
        return CAPABILITIES[name](model) ? (
          <span key={name} data-tip={capabilityWords[name]}>
            <Icon size={14} />
          </span>
        ) : (
          <span key={name} className="w-3.5" />
        );
      })}
    </span>
  );
}

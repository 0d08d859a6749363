'use client';
import { NumberField } from '@/components/ui/number-field';
import { type Workload, WORKLOAD_LIMITS } from '@/lib/core/ledger/workload';
import { catalogueWords } from './words-catalogue';

const FIELDS = ['input', 'cached', 'output', 'searches', 'calls'] as const;

export type WorkloadFieldsProps = {
  workload: Workload;
  onChange: (workload: Workload) => void;
};

/** The calls whose month is priced. */
export function WorkloadFields({ workload, onChange }: WorkloadFieldsProps) {
  return (
    <section aria-label={catalogueWords.workload} className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-5">
        {FIELDS.map((name) => (
          <NumberField
            key={name}
            label={catalogueWords.fields[name]}
            value={workload[name]}
            min={0}
            max={WORKLOAD_LIMITS[name]}
            step={1}
            fractions={name === 'cached'}
            onChange={(value) => onChange({ ...workload, [name]: value ?? 0 })}
          />
        ))}
      </div>
      <p className="max-w-measure text-xs text-muted">{catalogueWords.workloadNote}</p>
    </section>
  );
}

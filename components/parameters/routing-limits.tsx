'use client';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import type { Json } from '@/lib/core/json';
import { listOf, maxPriceOf, QUANTIZATIONS, SORTS, withMaxPrice, withRouting } from '@/lib/core/routing';
import type { ProviderRouting } from '@/lib/core/workspace';
import { routingWords as w } from './routing-words';

interface RoutingLimitsProps {
  routing: ProviderRouting;
  onChange: (routing: ProviderRouting) => void;
}

const UNSET = { value: '', label: w.unset };
const ON_OFF = [UNSET, { value: 'true', label: w.on }, { value: 'false', label: w.off }];
const SWITCHES = [
  { key: 'allow_fallbacks', label: w.allowFallbacks, help: w.allowFallbacksHelp },
  { key: 'require_parameters', label: w.requireParameters, help: w.requireParametersHelp },
  { key: 'zdr', label: w.zdr, help: w.zdrHelp },
];

const asText = (value: Json | undefined): string =>
  value === undefined || typeof value === 'object' ? '' : String(value);
const asNumber = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

/** Everything of the routing that is not about one provider. */
export function RoutingLimits({ routing, onChange }: RoutingLimitsProps) {
  const set = (key: string, value: Json | undefined): void => onChange(withRouting(routing, key, value));
  const quantizations = listOf(routing, 'quantizations');
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        label={w.sort}
        value={asText(routing['sort'])}
        options={[UNSET, ...SORTS.map((sort) => ({ value: sort, label: w.sorts[sort] }))]}
        onChange={(value) => set('sort', value || undefined)}
      />
      {SWITCHES.map(({ key, label, help }) => (
        <SelectField
          key={key}
          label={label}
          help={help}
          value={asText(routing[key])}
          options={ON_OFF}
          onChange={(value) => set(key, value === '' ? undefined : value === 'true')}
        />
      ))}
      <SelectField
        label={w.dataCollection}
        help={w.dataCollectionHelp}
        value={asText(routing['data_collection'])}
        options={[UNSET, { value: 'allow', label: w.allow }, { value: 'deny', label: w.deny }]}
        onChange={(value) => set('data_collection', value || undefined)}
      />
      <div className="grid grid-cols-2 items-end gap-2">
        {(['prompt', 'completion'] as const).map((key) => (
          <NumberField
            key={key}
            label={key === 'prompt' ? w.maxPrompt : w.maxCompletion}
            help={w.maxPriceHelp}
            value={maxPriceOf(routing, key)}
            min={0}
            max={100_000}
            step={0.01}
            placeholder="–"
            onChange={(value) => onChange(withMaxPrice(routing, key, value))}
          />
        ))}
        <NumberField
          label={w.throughput}
          help={w.throughputHelp}
          value={asNumber(routing['preferred_min_throughput'])}
          min={0}
          max={100_000}
          step={1}
          placeholder="–"
          onChange={(value) => set('preferred_min_throughput', value)}
        />
        <NumberField
          label={w.latency}
          help={w.latencyHelp}
          value={asNumber(routing['preferred_max_latency'])}
          min={0}
          max={3600}
          step={0.1}
          placeholder="–"
          onChange={(value) => set('preferred_max_latency', value)}
        />
      </div>
      <fieldset>
        <legend className="text-sm font-medium">{w.quantizations}</legend>
        <div className="mt-1 grid grid-cols-2 gap-x-4 sm:grid-cols-3">
          {QUANTIZATIONS.map((name) => (
            <Switch
              key={name}
              label={name}
              checked={quantizations.includes(name)}
              onChange={(on) =>
                set('quantizations', on ? [...quantizations, name] : quantizations.filter((other) => other !== name))
              }
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

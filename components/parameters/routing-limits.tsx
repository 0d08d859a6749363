'use client';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import type { Json } from '@/lib/core/json';
import { listOf, maxPriceOf, withMaxPrice, withRouting } from '@/lib/core/routing';
import { oddSettings, QUANTIZATIONS, SORTS } from '@/lib/core/routing-forms';
import type { ProviderRouting } from '@/lib/core/workspace';
import { RoutingOdd } from './routing-odd';
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
const PREFERENCES = [
  { key: 'preferred_min_throughput', label: w.throughput, help: w.throughputHelp, max: 100_000, step: 1 },
  { key: 'preferred_max_latency', label: w.latency, help: w.latencyHelp, max: 3600, step: 0.1 },
];

/** What an odd setting is called; a key without a control by its own name. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['sort', w.sort],
  ...SWITCHES.map(({ key, label }): [string, string] => [key, label]),
  ['data_collection', w.dataCollection],
  ['max_price', w.maxPrice(null)],
  ...PREFERENCES.map(({ key, label }): [string, string] => [key, label]),
  ['quantizations', w.quantizations],
]);

const asText = (value: Json | undefined): string =>
  value === undefined || typeof value === 'object' ? '' : String(value);
const asNumber = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

/** Everything of the routing that is not about one provider. */
export function RoutingLimits({ routing, onChange }: RoutingLimitsProps) {
  const set = (key: string, value: Json | undefined): void => onChange(withRouting(routing, key, value));
  const quantizations = listOf(routing, 'quantizations');
  const odd = oddSettings(routing);
  const isOdd = (key: string): boolean => odd.some(([name]) => name === key);
  return (
    <div className="flex flex-col gap-3">
      {odd.map(([key, value]) => (
        <RoutingOdd key={key} label={LABELS.get(key) ?? key} value={value} onUnset={() => set(key, undefined)} />
      ))}
      {isOdd('sort') ? null : (
        <SelectField
          label={w.sort}
          help={w.sortHelp}
          value={asText(routing['sort'])}
          options={[UNSET, ...SORTS.map((sort) => ({ value: sort, label: w.sorts[sort] }))]}
          onChange={(value) => set('sort', value || undefined)}
        />
      )}
      {SWITCHES.filter(({ key }) => !isOdd(key)).map(({ key, label, help }) => (
        <SelectField
          key={key}
          label={label}
          help={help}
          value={asText(routing[key])}
          options={ON_OFF}
          onChange={(value) => set(key, value === '' ? undefined : value === 'true')}
        />
      ))}
      {isOdd('data_collection') ? null : (
        <SelectField
          label={w.dataCollection}
          help={w.dataCollectionHelp}
          value={asText(routing['data_collection'])}
          options={[UNSET, { value: 'allow', label: w.allow }, { value: 'deny', label: w.deny }]}
          onChange={(value) => set('data_collection', value || undefined)}
        />
      )}
      {(['prompt', 'completion'] as const)
        .filter(() => !isOdd('max_price'))
        .map((key) => (
          <NumberField
            key={key}
            label={w.maxPrice(key)}
            help={w.maxPriceHelp}
            value={maxPriceOf(routing, key)}
            min={0}
            max={100_000}
            step={0.01}
            placeholder={w.unset}
            onChange={(value) => onChange(withMaxPrice(routing, key, value))}
          />
        ))}
      {PREFERENCES.filter(({ key }) => !isOdd(key)).map(({ key, ...field }) => (
        <NumberField
          key={key}
          {...field}
          value={asNumber(routing[key])}
          min={0}
          placeholder={w.unset}
          onChange={(value) => set(key, value)}
        />
      ))}
      {isOdd('quantizations') ? null : (
        <fieldset>
          <legend className="text-sm font-medium">{w.quantizations}</legend>
          <div className="mt-1 grid grid-cols-2 gap-x-4">
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
      )}
    </div>
  );
}

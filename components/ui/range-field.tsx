'use client';
import { RotateCcw } from 'lucide-react';
import { type CSSProperties, type ReactNode, useId, useRef } from 'react';
import { cn } from './cn';
import { FieldHead } from './field-head';
import { IconButton } from './icon-button';
import { NumberInput } from './number-input';
import { moveTo, toTravel, travel } from './range-scale';
import { useRefusal } from './use-refusal';

export type RangeFieldProps = {
  label: string;
  /** `undefined` is unset: nothing is chosen, the default is only shown. */
  value: number | undefined;
  defaultValue?: number | undefined;
  min: number;
  max: number;
  step: number;
  onChange: (value: number | undefined) => void;
  /** `log` where most useful values lie near the low end, e.g. 1 to 128,000. */
  scale?: 'linear' | 'log' | undefined;
  help?: string | undefined;
  /** A quiet line below. */
  note?: ReactNode;
  /** Why it cannot be used now. A value that is set can still be reset. */
  disabledReason?: string | undefined;
  /** What an unset field shows. */
  unsetText?: (defaultValue: number | undefined) => string;
  resetLabel?: string;
  className?: string;
};

const sayDefault = (value: number | undefined) => (value === undefined ? 'default' : `default (${value})`);

/** A slider and a number box of the same name that may both be unset. */
export function RangeField(props: RangeFieldProps) {
  const { label, value, defaultValue, min, max, step, onChange, scale, note, disabledReason } = props;
  const { unsetText = sayDefault, resetLabel = `Reset ${label}` } = props;
  const { refusal, onRefusal } = useRefusal(value, { min, max, step });
  const id = useId();
  const slider = useRef<HTMLInputElement>(null);
  const unset = value === undefined;
  const disabled = disabledReason !== undefined;
  const shown = Math.min(max, Math.max(min, value ?? defaultValue ?? min));
  const line = refusal ?? disabledReason ?? note;
  const described = line ? `${id}-line` : undefined;
  const span = { min, max, step };
  const track =
    scale === 'log' ? { min: 0, max: travel, step: 1, value: toTravel(shown, span) } : { min, max, step, value: shown };
  const fill = { '--fill': `${((track.value - track.min) / (track.max - track.min || 1)) * 100}%` } as CSSProperties;

  const reset = () => {
    onRefusal(null);
    onChange(undefined);
    // The pressed button goes with the value, and the focus must not go with it.
    slider.current?.focus();
  };

  return (
    <div className={cn('waits-for-hand min-w-0', props.className)}>
      <FieldHead
        label={label}
        help={props.help}
        name={
          <label htmlFor={id} className={cn('truncate text-sm font-medium', disabled && 'text-muted')}>
            {label}
          </label>
        }
        aside={
          <>
            {unset && refusal === undefined ? null : (
              <IconButton label={resetLabel} size="dense" onClick={reset}>
                <RotateCcw size={14} aria-hidden />
              </IconButton>
            )}
            <NumberInput
              id={id}
              size={unset ? 12 : 5}
              {...{ value, min, max, step, onChange, disabled }}
              from={defaultValue}
              onRefusal={onRefusal}
              placeholder={unsetText(defaultValue)}
              aria-valuetext={unset ? unsetText(defaultValue) : undefined}
              aria-describedby={described}
              className="field-fit -mr-2 shrink-0 border-transparent bg-transparent hover:border-edge focus:border-focus disabled:bg-transparent"
            />
          </>
        }
      />
      <input
        ref={slider}
        type="range"
        aria-label={label}
        aria-valuetext={unset ? unsetText(defaultValue) : String(value)}
        aria-describedby={described}
        data-unset={unset || undefined}
        {...track}
        disabled={disabled}
        onChange={(event) => {
          const place = event.currentTarget.valueAsNumber;
          onChange(scale === 'log' ? moveTo(place, shown, span) : place);
        }}
        style={fill}
        className="range"
      />
      {line ? (
        <div id={`${id}-line`} className={cn('text-xs', refusal === undefined ? 'text-muted' : 'text-danger')}>
          {line}
        </div>
      ) : null}
    </div>
  );
}

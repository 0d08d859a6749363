import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

export const tones = {
  neutral: 'border-line bg-sunken text-muted',
  info: 'border-info-line bg-info-tint text-info',
  success: 'border-success-line bg-success-tint text-success',
  warning: 'border-warning-line bg-warning-tint text-warning',
  danger: 'border-danger-line bg-danger-tint text-danger',
};

export type Tone = keyof typeof tones;

export type BadgeProps = ComponentProps<'span'> & { tone?: Tone; icon?: ReactNode };

/** A word about a thing. It is not a button. */
export function Badge({ tone = 'neutral', icon, className, children, ...rest }: BadgeProps) {
  return (
    <span
      {...rest}
      className={cn(
        'inline-flex h-5 max-w-full items-center gap-1 rounded-full border px-2 text-xs font-medium whitespace-nowrap',
        tones[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

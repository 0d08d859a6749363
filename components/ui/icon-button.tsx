'use client';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button';

export type IconButtonProps = Omit<ButtonProps, 'size' | 'icon' | 'aria-label' | 'children'> & {
  /** Its name, for screen readers and in the tooltip. */
  label: string;
  /** The icon, 16 px. */
  children: ReactNode;
  size?: 'control' | 'dense';
};

export function IconButton({ label, children, size = 'control', variant = 'ghost', tip, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      aria-label={label}
      tip={tip ?? label}
      variant={variant}
      size={size === 'dense' ? 'icon-dense' : 'icon'}
      icon={children}
    />
  );
}

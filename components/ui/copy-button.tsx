'use client';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce } from './announcer';
import { Button } from './button';
import { IconButton } from './icon-button';
import { writeClipboard } from './write-clipboard';

export type CopyButtonProps = {
  /** What is copied; a function is asked at the press. */
  text: string | (() => string);
  label: string;
  /** Shows the label as text beside the icon. */
  withText?: boolean;
  size?: 'control' | 'dense';
  copiedLabel?: string;
  failedLabel?: string;
  className?: string;
};

export function CopyButton(props: CopyButtonProps) {
  const {
    text,
    label,
    withText = false,
    size = 'dense',
    copiedLabel = 'Copied',
    failedLabel = 'Could not copy',
  } = props;
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');

  // The tick is an answer to the press, not a lasting state.
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 1600);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    try {
      await writeClipboard(typeof text === 'function' ? text() : text);
      setState('copied');
      announce(copiedLabel);
    } catch {
      // No clipboard without a secure context or permission: say so instead of pretending.
      setState('failed');
      announce(failedLabel, { assertive: true });
    }
  };
  const shown = { idle: label, copied: copiedLabel, failed: failedLabel }[state];
  const icon = state === 'copied' ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />;
  return withText ? (
    <Button size={size} icon={icon} onClick={copy} className={props.className}>
      {shown}
    </Button>
  ) : (
    <IconButton label={label} tip={shown} size={size} onClick={copy} className={props.className}>
      {icon}
    </IconButton>
  );
}

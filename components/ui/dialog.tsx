'use client';
import { Modal, type ModalProps } from './modal';

export type DialogProps = ModalProps & {
  open: boolean;
  /** 416, 512, 760 or 1024 px; the last two have a fixed height and fill a phone. */
  size?: 'small' | 'medium' | 'large' | 'wide';
};

/** A modal dialog in the middle of the screen. Mounted only while open, so its state starts fresh. */
export function Dialog({ open, size = 'medium', ...props }: DialogProps) {
  return open ? <Modal {...props} attributes={{ 'data-kind': 'dialog', 'data-size': size }} /> : null;
}

'use client';
import { Modal, type ModalProps } from './modal';

export type DrawerProps = ModalProps & { open: boolean; side?: 'left' | 'right' | 'bottom' };

/** A modal sheet from an edge: what a side zone becomes on a phone. Closed, it keeps what was typed and unfolded in it. */
export function Drawer({ open, side = 'right', ...props }: DrawerProps) {
  return <Modal {...props} shown={open} attributes={{ 'data-kind': 'drawer', 'data-side': side }} />;
}

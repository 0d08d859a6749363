'use client';
import { DragDropProvider, type DragEndEvent } from '@dnd-kit/react';
import { isSortable, useSortable } from '@dnd-kit/react/sortable';
import type { ReactNode } from 'react';

interface SortableProps {
  /** Called once, when something was let go in another place. */
  onMove: (from: number, to: number) => void;
  /** A list whose items use `useSortableItem`. */
  children: ReactNode;
}

/** Lets the items inside be put into another order by pointer and by keyboard: Space takes and lets go, arrows move. */
export function Sortable({ onMove, children }: SortableProps) {
  const onDragEnd = ({ operation: { source }, canceled }: DragEndEvent): void => {
    if (!canceled && isSortable(source) && source.initialIndex !== source.index)
      onMove(source.initialIndex, source.index);
  };
  return <DragDropProvider onDragEnd={onDragEnd}>{children}</DragDropProvider>;
}

/** The refs of an item and of the handle by which it is taken. @param id unique in its list; @param index its place */
export const useSortableItem = (
  id: string,
  index: number,
): Pick<ReturnType<typeof useSortable>, 'ref' | 'handleRef' | 'isDragging'> => useSortable({ id, index });

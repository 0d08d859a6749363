import { Star } from 'lucide-react';
import { favouriteWords } from './words';

const on = <Star size={14} fill="currentColor" aria-hidden />;
const off = <Star size={14} aria-hidden />;

/** The drawing of a star, full for a favourite; made once, because every row has one. */
export const star = (favourite: boolean) => (favourite ? on : off);

/**
 * The star of a row, for a pointer. An option may hold nothing that takes the focus: who uses keys has a shortcut and a
 * button in the details.
 */
export function RowStar({ favourite }: { favourite: boolean }) {
  return (
    <span
      aria-hidden
      data-star
      data-tip={favourite ? favouriteWords.remove : favouriteWords.add}
      data-tip-keys={favouriteWords.keys}
      className={
        favourite
          ? '-ml-2 flex h-touch w-8 shrink-0 items-center justify-center text-accent'
          : '-ml-2 flex h-touch w-8 shrink-0 items-center justify-center text-muted opacity-60 hover:text-fg hover:opacity-100'
      }
    >
      {star(favourite)}
    </span>
  );
}

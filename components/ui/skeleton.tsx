import { cn } from './cn';

/** A grey place for what is loading; give it the real size. Set `aria-busy` on the region around it. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('skeleton h-4 w-full', className)} />;
}

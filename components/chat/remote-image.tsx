'use client';
import { ImageIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { words } from './words';

const hostOf = (src: string): string => (URL.canParse(src) ? new URL(src).host : src);

/**
 * An image of an answer. One that lies on another machine is loaded after a click only: its address can carry what was
 * said to whoever owns that machine.
 */
export function RemoteImage({ src, alt }: { src: string; alt: string }) {
  const [allowed, setAllowed] = useState(src.startsWith('data:'));
  if (src === '') return <span className="text-muted">{alt || words.image.blocked}</span>;
  if (allowed) {
    return (
      // Addresses of any host, sizes nobody knows: next/image has nothing to work with.
      // oxlint-disable-next-line nextjs/no-img-element
      <img src={src} alt={alt || words.image.generated} referrerPolicy="no-referrer" className="rounded-control" />
    );
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button size="dense" icon={<ImageIcon size={16} aria-hidden />} onClick={() => setAllowed(true)} tip={src}>
        {words.image.load(hostOf(src))}
      </Button>
      {alt && <span className="text-muted">{alt}</span>}
    </span>
  );
}

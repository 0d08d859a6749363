'use client';
import { useCallback, useEffect, useState } from 'react';
import { onDemand } from '@/components/ui/on-demand';

const SharedDialog = onDemand(() =>
  import('@/components/presets/shared-dialog').then(({ SharedDialog }) => SharedDialog),
);

/** Looks at the address when the page opens and whenever its fragment changes; what may be a link is read on demand. */
export function SharedLink() {
  const [link, setLink] = useState<{ search: string; hash: string } | null>(null);

  // The address is outside React, and not known where the first HTML is made.
  useEffect(() => {
    const look = (): void => {
      const { search, hash } = location;
      if (`${search}${hash}`.includes('=')) setLink({ search, hash });
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);

  const close = useCallback(() => setLink(null), []);
  return link && <SharedDialog key={link.hash} shared={link} onClose={close} />;
}

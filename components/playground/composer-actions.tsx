'use client';
import { CodeXml, Coins, Dices, Import, Share2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { words } from './words';

export type ComposerAction = 'code' | 'import' | 'share' | 'costs' | 'caps' | 'trials';

const ACTIONS = [
  { action: 'code', icon: CodeXml, name: words.code, tip: words.codeTip },
  { action: 'import', icon: Import, name: words.import, tip: words.importTip },
  { action: 'share', icon: Share2, name: words.share, tip: words.shareTip },
  { action: 'costs', icon: Coins, name: words.costs, tip: words.costsTip },
  { action: 'trials', icon: Dices, name: words.trials, tip: words.trialsTip },
] as const;

/** What else can be done with a request: take it away as code or as a link, bring one in, see what it cost. */
export function ComposerActions({ onOpen }: { onOpen: (action: ComposerAction) => void }) {
  return ACTIONS.map(({ action, icon: Icon, name, tip }) => (
    <Button
      key={action}
      variant="ghost"
      size="dense"
      icon={<Icon size={16} aria-hidden />}
      tip={tip}
      aria-haspopup="dialog"
      // A phone's row is full: there the costs lead to the trials.
      className={action === 'trials' ? 'max-md:hidden' : 'max-sm:px-1.5'}
      onClick={() => onOpen(action)}
    >
      <span className="max-sm:sr-only">{name}</span>
    </Button>
  ));
}

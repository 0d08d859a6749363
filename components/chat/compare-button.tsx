'use client';
import { GitCompare } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { onDemand } from '@/components/ui/on-demand';
import { conversationOf, useVersions } from '@/lib/browser/transcripts';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { counterpart, otherVersions } from '@/lib/core/diff/counterparts';
import { type Answer, textOf } from '@/lib/core/message';
import type { Side } from './compare-dialog';
import { compareWords as w } from './words-compare';

const CompareDialog = onDemand(() => import('./compare-dialog').then(({ CompareDialog }) => CompareDialog));

interface CompareButtonProps {
  paneId: string;
  answer: Answer;
  nameOf: (modelId: string) => string;
}

interface Choice extends Side {
  id: string;
  /** It was there first: then it is the side before. */
  earlier: boolean;
}

/** *Compare with…*: another version of the answer, or what another pane answered to the same prompt. */
export function CompareButton({ paneId, answer, nameOf }: CompareButtonProps) {
  const panes = useWorkspaceStore(({ workspace }) => workspace.panes);
  const [chosen, setChosen] = useState<Choice | null>(null);
  const versions = useVersions(paneId, answer.id);
  if (versions.length < 2 && panes.length < 2) return null;

  const own = versions.indexOf(answer.id) + 1;
  const served = ({ receipt }: Answer): string => nameOf(receipt.servedModel ?? receipt.requestedModel);
  const paneAt = panes.findIndex(({ id }) => id === paneId);
  // Looked for when the menu opens: the other panes grow meanwhile.
  const choices = (): Choice[] => [
    ...otherVersions(conversationOf(paneId), answer.id).map(({ answer: other, at }) => ({
      id: other.id,
      name: w.version(at),
      text: textOf(other),
      earlier: at < own,
    })),
    ...panes.flatMap(({ id }, at): Choice[] => {
      const other = id === paneId ? null : counterpart(conversationOf(paneId), answer.id, conversationOf(id));
      return other
        ? [{ id: other.id, name: w.pane(at + 1, served(other)), text: textOf(other), earlier: at < paneAt }]
        : [];
    }),
  ];
  const self = (other: Choice): Side => ({
    name: versions.includes(other.id) ? w.version(own) : w.pane(paneAt + 1, served(answer)),
    text: textOf(answer),
  });
  return (
    <>
      <Menu
        label={w.menu}
        align="start"
        trigger={(props) => (
          <IconButton {...props} label={w.open} size="dense">
            <GitCompare size={16} aria-hidden />
          </IconButton>
        )}
      >
        <Choices choices={choices} onChoose={setChosen} />
      </Menu>
      {chosen && (
        <CompareDialog
          before={chosen.earlier ? chosen : self(chosen)}
          after={chosen.earlier ? self(chosen) : chosen}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

/** Rendered only while the menu is open. */
function Choices({ choices, onChoose }: { choices: () => Choice[]; onChoose: (choice: Choice) => void }) {
  const all = choices();
  if (all.length === 0) {
    return (
      <MenuItem disabledReason={w.none} onSelect={() => {}}>
        {w.menu}
      </MenuItem>
    );
  }
  return all.map((choice) => (
    <MenuItem key={choice.id} onSelect={() => onChoose(choice)}>
      {choice.name}
    </MenuItem>
  ));
}

'use client';
import { GitCompare, Pencil } from 'lucide-react';
import { useState } from 'react';
import { MenuGroup, MenuItem } from '@/components/ui/menu-item';
import { onDemand } from '@/components/ui/on-demand';
import { conversationOf } from '@/lib/browser/transcripts';
import { currentWorkspace } from '@/lib/browser/workspace-store';
import { versionsOf } from '@/lib/core/conversation';
import { counterpart, otherVersions } from '@/lib/core/diff/counterparts';
import { type Answer, textOf } from '@/lib/core/message';
import type { Side } from './compare-dialog';
import { MoreMenu } from './more-menu';
import { words } from './words';
import { compareWords as w } from './words-compare';

const CompareDialog = onDemand(() => import('./compare-dialog').then(({ CompareDialog }) => CompareDialog));

interface AnswerMenuProps {
  paneId: string;
  answer: Answer;
  nameOf: (modelId: string) => string;
  onEdit: () => void;
}

interface Compared {
  before: Side;
  after: Side;
}

/** More for an answer: edited, or compared with another version or with what another pane answered to the prompt. */
export function AnswerMenu({ paneId, answer, nameOf, onEdit }: AnswerMenuProps) {
  const [compared, setCompared] = useState<Compared | null>(null);
  return (
    <>
      <MoreMenu
        paneId={paneId}
        messageId={answer.id}
        label={words.message.moreOf(nameOf(answer.receipt.requestedModel))}
      >
        <MenuItem icon={<Pencil size={16} aria-hidden />} onSelect={onEdit}>
          {words.message.editAnswer}
        </MenuItem>
        <Others paneId={paneId} answer={answer} nameOf={nameOf} onChoose={setCompared} />
      </MoreMenu>
      {compared && <CompareDialog {...compared} onClose={() => setCompared(null)} />}
    </>
  );
}

interface OthersProps extends Omit<AnswerMenuProps, 'onEdit'> {
  onChoose: (compared: Compared) => void;
}

/** What an answer can be compared with. Rendered only while the menu is open: the other panes grow meanwhile. */
function Others({ paneId, answer, nameOf, onChoose }: OthersProps) {
  const { panes } = currentWorkspace();
  const conversation = conversationOf(paneId);
  const own = versionsOf(conversation, answer.id).findIndex(({ id }) => id === answer.id) + 1;
  const paneAt = panes.findIndex(({ id }) => id === paneId);
  const inPane = (at: number, { receipt, ...other }: Answer): Side => ({
    name: w.pane(at + 1, nameOf(receipt.servedModel ?? receipt.requestedModel)),
    text: textOf(other),
  });
  const ofVersion = (at: number, other: Answer): Side => ({ name: w.version(at), text: textOf(other) });
  /** The earlier one is the side before. */
  const beside = (self: Side, other: Side, earlier: boolean): Compared =>
    earlier ? { before: other, after: self } : { before: self, after: other };

  const choices = [
    ...otherVersions(conversation, answer.id).map(({ answer: other, at }) => ({
      id: other.id,
      name: w.version(at),
      compared: beside(ofVersion(own, answer), ofVersion(at, other), at < own),
    })),
    ...panes.flatMap(({ id }, at) => {
      const other = id === paneId ? null : counterpart(conversation, answer.id, conversationOf(id));
      if (!other) return [];
      const side = inPane(at, other);
      return [{ id: other.id, name: side.name, compared: beside(inPane(paneAt, answer), side, at < paneAt) }];
    }),
  ];
  const icon = <GitCompare size={16} aria-hidden />;
  if (choices.length === 0) {
    return (
      <MenuItem icon={icon} disabledReason={w.none} onSelect={() => {}}>
        {w.menu}
      </MenuItem>
    );
  }
  return (
    <MenuGroup label={w.menu}>
      {choices.map(({ id, name, compared }) => (
        <MenuItem key={id} icon={icon} onSelect={() => onChoose(compared)}>
          {name}
        </MenuItem>
      ))}
    </MenuGroup>
  );
}

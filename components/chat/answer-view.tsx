'use client';
import { CircleDollarSign, RefreshCw, Shuffle, Trash2 } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { regenerate } from '@/lib/browser/actions';
import { editAnswer } from '@/lib/browser/branches';
import { changesRequest, mend } from '@/lib/browser/mend';
import type { Remedy } from '@/lib/core/doctor/remedy';
import { type Answer, hasContent, textOf } from '@/lib/core/message';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import { routeOf } from '@/lib/core/route';
import { AnswerMenu } from './answer-menu';
import { FailureNote } from './failure-note';
import { MessageEditor } from './message-editor';
import { MessageActions } from './message-actions';
import type { MessagesProps } from './messages-props';
import { PartView } from './part-view';
import { ReceiptLine } from './receipt-line';
import { RouteButton } from './route-button';
import { RunStatus } from './run-status';
import { RunningLine } from './running-line';
import { useInTurn } from './use-in-turn';
import { VersionSwitch } from './version-switch';
import { words } from './words';

const w = words.message;

interface AnswerViewProps {
  paneId: string;
  answer: Answer;
  models: ModelIndex;
  onLead: MessagesProps['onLead'];
  editing: boolean;
  onEdit: (editing: boolean) => void;
  onDelete: () => void;
}

export function AnswerView({ paneId, answer, models, onLead, editing, onEdit, onDelete }: AnswerViewProps) {
  const { receipt, failure, state, parts, notice } = answer;
  const running = state === 'running';
  // The words of the whole first, then what is said of them: both in one turn are the longest task of a pane.
  const waiting = useInTurn(running);
  const nameOf = (id: string): string => {
    const model = findModel(models, id);
    return model ? shortName(model) : id;
  };
  const served = receipt.servedModel;
  const route = routeOf(receipt, failure, models);
  const started = hasContent(answer);
  const ending = state === 'done' && !answer.edited ? words.ended[receipt.finishReason ?? ''] : undefined;
  const follow = (remedy: Remedy): void =>
    changesRequest(remedy) ? mend(paneId, answer.id, remedy) : onLead(answer, remedy);
  return (
    <div className="waits-for-hand" aria-busy={running}>
      <p className="flex flex-wrap items-center gap-2 text-xs font-medium text-muted">
        <span className="min-w-0 break-all" title={served ?? receipt.requestedModel}>
          {nameOf(served ?? receipt.requestedModel)}
        </span>
        {!answer.edited && <RouteButton answer={answer} route={route} models={models} />}
        {route.fallback && (
          <Badge tone="warning" icon={<Shuffle size={12} aria-hidden />}>
            {words.fallback(nameOf(receipt.requestedModel))}
          </Badge>
        )}
        {running && <RunStatus paneId={paneId} />}
        {state === 'stopped' && <Badge>{words.status.stopped}</Badge>}
        {ending && (
          <span data-tip={ending.tip}>
            <Badge tone="warning">{ending.short}</Badge>
          </span>
        )}
        {answer.edited && (
          <span title={w.editedTip}>
            <Badge>{w.edited}</Badge>
          </span>
        )}
      </p>
      <div className="mt-1 flex min-h-6 flex-col gap-2">
        {editing ? (
          <MessageEditor
            paneId={paneId}
            text={textOf(answer)}
            action={w.saveAnswer}
            onSubmit={(text) => {
              editAnswer(paneId, answer.id, text);
              return true;
            }}
            onClose={() => onEdit(false)}
          />
        ) : (
          parts.map((part, at) => (
            <PartView
              // Parts only ever join at the end, so their place is their identity.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              {...{ paneId, part, at }}
              messageId={answer.id}
              growing={running && at === parts.length - 1}
            />
          ))
        )}
        {notice !== undefined && (
          <Banner
            tone="warning"
            icon={<CircleDollarSign size={16} aria-hidden />}
            actions={
              <Button variant="ghost" size="dense" onClick={() => onLead(answer, { kind: 'raise-cap' })}>
                {w.caps}
              </Button>
            }
          >
            {notice}
          </Banner>
        )}
        {failure && (
          <FailureNote
            failure={failure}
            failedAt={answer.createdAt + (receipt.timings.totalMs ?? 0)}
            paneId={paneId}
            answerId={answer.id}
            kept={started}
            onRemedy={follow}
          />
        )}
      </div>
      {waiting ? (
        <div className="mt-2">
          <RunningLine paneId={paneId} answerId={answer.id} models={models} />
          <div className="mt-1 h-dense" />
        </div>
      ) : (
        <div className="mt-2">
          {!answer.edited && <ReceiptLine paneId={paneId} answer={answer} models={models} />}
          <MessageActions label={w.actionsOf(nameOf(receipt.requestedModel))}>
            <VersionSwitch paneId={paneId} messageId={answer.id} />
            <CopyButton text={() => textOf(answer)} label={w.copy} />
            <IconButton label={w.regenerate} size="dense" onClick={() => void regenerate(paneId, answer.id)}>
              <RefreshCw size={16} aria-hidden />
            </IconButton>
            <IconButton label={w.delete} size="dense" onClick={onDelete}>
              <Trash2 size={16} aria-hidden />
            </IconButton>
            <AnswerMenu paneId={paneId} answer={answer} nameOf={nameOf} onEdit={() => onEdit(true)} />
          </MessageActions>
        </div>
      )}
    </div>
  );
}

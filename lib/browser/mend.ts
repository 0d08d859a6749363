import 'client-only';
import { useShallow } from 'zustand/react/shallow';
import { isAnswer } from '@/lib/core/message';
import { pathTo } from '@/lib/core/conversation';
import { NO_SITUATION, type Remedy, type Situation } from '@/lib/core/doctor/remedy';
import { findModel } from '@/lib/core/model';
import { notesFor, supportOf } from '@/lib/core/notes';
import { parameterOf } from '@/lib/core/parameters';
import { samplingOf } from '@/lib/core/request';
import type { Pane } from '@/lib/core/workspace';
import {
  askAlone,
  forceParameter,
  regenerate,
  setExtra,
  setModel,
  setModels,
  setParameter,
  setRouting,
} from './actions';
import { knownModels } from './query-client';
import { conversationOf } from './transcripts';
import { currentWorkspace, useWorkspaceStore } from './workspace-store';

const paneOf = (paneId: string): Pane | undefined => currentWorkspace().panes.find(({ id }) => id === paneId);

/** What the doctor must know of the request that led to an answer: the pane as it is now, which the button changes. */
function situationOf(paneId: string, answerId: string): Situation {
  const pane = paneOf(paneId);
  if (!pane) return NO_SITUATION;
  const models = knownModels();
  const workspace = currentWorkspace();
  const alone = { ...pane, fallbacks: [] };
  const sent = notesFor(samplingOf(workspace, pane), pane, models, workspace.forced)
    .filter((note) => note.sent)
    .map(({ name }) => name);
  const untaken = sent.filter((name) => {
    const parameter = parameterOf(name);
    return parameter && findModel(models, pane.modelId) && supportOf(parameter, alone, models).takers === 0;
  });
  const turns = pathTo(conversationOf(paneId), answerId).filter((message) => !isAnswer(message)).length;
  return { fallbacks: pane.fallbacks, routing: pane.routing, extra: Object.keys(pane.extra), sent, untaken, turns };
}

/** The same, followed as the settings of the pane change: what was mended by hand needs no button. */
export function useSituation(paneId: string, answerId: string): Situation {
  useWorkspaceStore(
    useShallow(({ workspace }) => [
      workspace.panes.find(({ id }) => id === paneId),
      workspace.sampling,
      workspace.forced,
    ]),
  );
  return situationOf(paneId, answerId);
}

const without = <T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

/** Takes keys out of a pane's extra JSON. */
export function dropExtra(paneId: string, keys: readonly string[]): void {
  const pane = paneOf(paneId);
  if (pane) setExtra(paneId, without(pane.extra, keys));
}

/** Remedies that change the request; the others lead somewhere on the screen. */
export type Mending = Extract<
  Remedy,
  {
    kind:
      | 'retry'
      | 'use-tokens'
      | 'reason-less'
      | 'use-model'
      | 'drop-routing'
      | 'drop-parameters'
      | 'drop-extra'
      | 'drop-fallbacks'
      | 'shorten';
  }
>;

export const changesRequest = (remedy: Remedy): remedy is Mending =>
  !['choose-model', 'edit', 'use-key', 'show-request', 'raise-cap', 'open'].includes(remedy.kind);

/** Changes the request where everybody sees it, and asks again: the failed answer stays as a version beside the new. */
export function mend(paneId: string, answerId: string, remedy: Mending): void {
  const pane = paneOf(paneId);
  if (!pane) return;
  switch (remedy.kind) {
    case 'use-tokens':
      setParameter(paneId, 'max_tokens', remedy.tokens);
      break;
    case 'reason-less':
      setParameter(paneId, 'reasoning.effort', 'low');
      break;
    case 'use-model':
      setModel(paneId, remedy.id);
      break;
    case 'drop-fallbacks':
      setModels(paneId, [pane.modelId, ...pane.fallbacks.filter((id) => !remedy.ids.includes(id))]);
      break;
    case 'drop-routing':
      setRouting(paneId, without(pane.routing, remedy.keys));
      break;
    case 'drop-extra':
      dropExtra(paneId, remedy.keys);
      break;
    case 'drop-parameters':
      for (const name of remedy.names) {
        setParameter(paneId, name, undefined);
        forceParameter(name, false);
      }
      break;
    case 'shorten':
      return void askAlone(paneId, answerId);
    case 'retry':
      break;
  }
  void regenerate(paneId, answerId);
}

import 'client-only';
import { append, pathTo, remove, replace, restore, showVersion } from '@/lib/core/conversation';
import { type Failure, failure, SPEND_CAP } from '@/lib/core/failure';
import { type Answer, isAnswer, type Message, textOf, type UserMessage } from '@/lib/core/message';
import type { Json, JsonObject } from '@/lib/core/json';
import { type ParameterName, withParameter } from '@/lib/core/parameters';
import { whyNotAdded } from '@/lib/core/fallback-limits';
import { askedBy, draftOf, typedTexts, withDraft, withNothingTyped } from '@/lib/core/own-prompt';
import { buildRequest, sentOf } from '@/lib/core/request';
import { whyBlocked, whyUnfilled } from '@/lib/core/variables';
import { type Pane, type ProviderRouting, titleFrom, type Workspace } from '@/lib/core/workspace';
import { draftPath, question } from './draft-request';
import { emptyAnswer } from './empty-answer';
import { freshId } from './fresh-id';
import { keepBeforeLeaving, keepNow } from './keeper';
import { knownModels } from './query-client';
import { forgetRun, NO_SERVER, setRefusal, setRun, stopRun, stops, useRunStore } from './run-store';
import type { Outcome, PaneRun } from './runs';
import { conversationOf, setConversation } from './transcripts';
import { changeWorkspace, currentWorkspace, untilRestored, useWorkspaceStore, workspaceLike } from './workspace-store';

const isRunning = (paneId: string): boolean => useRunStore.getState().running[paneId] !== undefined;

/** Prompts as they were written, by the id of the question that they became: recalled with their variables. */
const written = new Map<string, string>();

/** A run that answers the last message of a path; `added` joins the conversation once the request was accepted. */
function paneRun(pane: Pane, path: Message[], added: UserMessage | null): PaneRun {
  const built = buildRequest(currentWorkspace(), pane, path, knownModels());
  const sent = sentOf(built);
  const last = path.at(-1);
  return {
    id: freshId(),
    paneId: pane.id,
    path,
    body: built.body,
    sent,
    accept() {
      const before = conversationOf(pane.id);
      const asked = added ? append(before, added) : before;
      const answer = emptyAnswer(last?.id ?? '', pane.modelId, sent);
      setConversation(pane.id, append(asked, answer));
      return answer;
    },
  };
}

/** Whether requests share a connection: over HTTP/1.1 a browser has six for a site, and eight panes would starve it. */
function carriesMany(): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return /^h[23]/.test(page?.nextHopProtocol ?? '');
}

const loadRuns = () => import('./runs');

/** Fetches ahead what sends requests and reads answers: no part of the first load. */
export const warmRuns = (): void => void loadRuns().catch(() => {});

/** Where some panes were answered and this one was not: its question stands with what came of it, as theirs do. */
function concede(run: PaneRun, why: Failure | null): void {
  const answer = run.accept();
  const ended: Answer = { ...answer, state: why ? 'failed' : 'stopped', failure: why };
  setConversation(run.paneId, replace(conversationOf(run.paneId), ended));
}

/** @returns whether the server accepted a request; why not stands in the panes */
async function run(runs: PaneRun[]): Promise<boolean> {
  const { panes, system, variables } = currentWorkspace();
  // The draft's own variables are asked for before; an answer made anew needs those of the system prompt as well.
  const asked = panes.filter(({ id }) => runs.some(({ paneId }) => paneId === id));
  const why = whyUnfilled(variables, ...asked.map((pane) => pane.system ?? system));
  if (why) {
    for (const { paneId } of runs) setRefusal(paneId, failure('refused', why));
    return false;
  }
  for (const { paneId, id } of runs) {
    setRefusal(paneId, null);
    // Before anything is awaited: what is pressed twice must not be sent twice, and Stop must find what to stop.
    setRun(paneId, { runId: id, phase: 'sending', since: Date.now() });
    stops.set(id, () => forgetRun(paneId, id));
  }
  const sender = await loadRuns().catch(() => null);
  const capped = sender?.cappedRuns(runs.filter(({ id }) => stops.has(id))) ?? new Map<string, string>();
  for (const { paneId, id } of runs) if (capped.has(paneId)) forgetRun(paneId, id);
  const going = runs.filter(({ id }) => stops.has(id));
  // Several requests where the connection carries them side by side, so that no instance needs to know of another.
  const requests = carriesMany() ? going.map((one) => [one]) : [going];
  const outcomes = new Map<PaneRun, Outcome>(
    runs.map((one) => {
      const why = capped.get(one.paneId);
      return [one, { accepted: false, why: why === undefined ? null : failure('refused', why, { code: SPEND_CAP }) }];
    }),
  );
  await Promise.all(
    requests.map(async (some) => {
      for (const one of some) if (!sender) forgetRun(one.paneId, one.id);
      const outcome = (await sender?.startRuns(some)) ?? { accepted: false, why: failure('unreachable', NO_SERVER) };
      for (const one of some) outcomes.set(one, outcome);
    }),
  );
  const accepted = [...outcomes.values()].some((outcome) => outcome.accepted);
  for (const [one, outcome] of outcomes) {
    if (outcome.accepted) continue;
    if (accepted) concede(one, outcome.why);
    else setRefusal(one.paneId, outcome.why);
  }
  return accepted;
}

/** Gives a variable its value. */
export const setVariable = (name: string, value: string): void =>
  changeWorkspace((workspace) => ({ ...workspace, variables: { ...workspace.variables, [name]: value } }));

/** Sets the text of the composer that asks a pane; of the common one without a pane. */
export const setDraft = (text: string, paneId?: string): void =>
  changeWorkspace((workspace) => withDraft(workspace, text, paneId));

/**
 * Sends the common draft to every pane that shares it, or its draft to one pane. The composer empties when the server
 * has accepted the request, and keeps what was typed meanwhile. An empty draft answers an unanswered question anew, and
 * does nothing otherwise.
 */
export async function send(onlyPaneId?: string): Promise<void> {
  await untilRestored();
  const workspace = currentWorkspace();
  const { variables } = workspace;
  const panes =
    onlyPaneId === undefined ? askedBy(workspace, null) : workspace.panes.filter(({ id }) => id === onlyPaneId);
  const [first] = panes;
  if (!first || panes.some(({ id }) => isRunning(id)) || whyBlocked({ ...workspace, panes })) return;
  const { text } = draftOf(workspace, first);
  if (text.trim() === '') {
    const waiting = panes.filter(({ id }) => pathTo(conversationOf(id)).at(-1)?.role === 'user');
    await Promise.all(waiting.map((pane) => run([paneRun(pane, draftPath(conversationOf(pane.id), text).path, null)])));
    return;
  }
  const runs = panes.map((pane) => {
    const { path, asked } = draftPath(conversationOf(pane.id), text, variables);
    if (asked && textOf(asked) !== text) written.set(asked.id, text);
    return paneRun(pane, path, asked);
  });
  if (!(await run(runs))) return;
  const sent = (workspace: Workspace): Workspace => {
    const titled = { ...workspace, title: workspace.title || titleFrom(text) };
    // It may have another composer by now, to which its text has moved.
    const pane = workspace.panes.find(({ id }) => id === first.id);
    return draftOf(workspace, pane ?? {}).text === text ? withDraft(titled, '', first.id) : titled;
  };
  // Another workspace may have taken the screen before the server had accepted it.
  if (currentWorkspace().id === workspace.id) changeWorkspace(sent);
  else await import('./background').then(({ changeAway }) => changeAway(workspace.id, sent)).catch(() => {});
}

/** @param panes all of them, unless others are named */
export function stopAll(panes: readonly Pane[] = currentWorkspace().panes): void {
  for (const { id } of panes) stopRun(id);
}

const paneOf = (paneId: string): Pane | undefined => currentWorkspace().panes.find(({ id }) => id === paneId);

/** Asks again for an answer; the old one stays as a version beside it. */
export async function regenerate(paneId: string, answerId: string): Promise<void> {
  const pane = paneOf(paneId);
  const parentId = conversationOf(paneId).messages[answerId]?.parentId;
  if (!pane || !parentId || isRunning(paneId)) return;
  await run([paneRun(pane, pathTo(conversationOf(paneId), parentId), null)]);
}

/** Sends a changed question; the old one stays as a version beside it. @returns false when it was not accepted */
export async function editAndResend(paneId: string, messageId: string, text: string): Promise<boolean> {
  const pane = paneOf(paneId);
  const message = conversationOf(paneId).messages[messageId];
  if (!pane || !message || isRunning(paneId) || text.trim() === '') return false;
  const before = message.parentId === null ? [] : pathTo(conversationOf(paneId), message.parentId);
  const asked = question(text, message.parentId);
  return run([paneRun(pane, [...before, asked], asked)]);
}

/** Asks the question of an answer again without the turns before it; they stay as a version beside it. */
export async function askAlone(paneId: string, answerId: string): Promise<void> {
  const conversation = conversationOf(paneId);
  const asked = conversation.messages[conversation.messages[answerId]?.parentId ?? ''];
  const pane = paneOf(paneId);
  if (!pane || !asked || isRunning(paneId)) return;
  const alone = question(textOf(asked), null);
  await run([paneRun(pane, [alone], alone)]);
}

/** Removes a message and all that follows it. @returns what brings everything back */
export function deleteMessage(paneId: string, messageId: string): () => void {
  const before = conversationOf(paneId);
  if (isRunning(paneId)) stopRun(paneId);
  setConversation(paneId, remove(before, messageId));
  return () => setConversation(paneId, restore(conversationOf(paneId), before, messageId));
}

export const chooseVersion = (paneId: string, messageId: string): void =>
  setConversation(paneId, showVersion(conversationOf(paneId), messageId));

const changePane = (paneId: string, change: (pane: Pane) => Pane): void =>
  changeWorkspace((workspace) => ({
    ...workspace,
    panes: workspace.panes.map((pane) => (pane.id === paneId ? change(pane) : pane)),
  }));

/** Changes the model that is asked first; a fallback of the same id would be asked twice, and goes. */
export function setModel(paneId: string, modelId: string): void {
  setRefusal(paneId, null);
  changePane(paneId, (pane) => ({
    ...pane,
    modelId,
    fallbacks: pane.fallbacks.filter((id) => id !== modelId),
  }));
}

/** Sets a pane's list of models: the one asked first, and its fallbacks in their order. An empty list changes nothing. */
export function setModels(paneId: string, ids: readonly string[]): void {
  const [modelId, ...fallbacks] = ids;
  if (modelId === undefined) return;
  setRefusal(paneId, null);
  changePane(paneId, (pane) => ({ ...pane, modelId, fallbacks }));
}

/** Adds a fallback at the end of a pane's list; what cannot join it changes nothing. */
export const addFallback = (paneId: string, id: string): void =>
  changePane(paneId, (pane) => (whyNotAdded(pane, id) ? pane : { ...pane, fallbacks: [...pane.fallbacks, id] }));

/** Sets the system prompt of a pane: its own where it has one, else that of all panes. */
export const setSystem = (paneId: string, system: string): void =>
  changeWorkspace((workspace) => {
    const pane = workspace.panes.find(({ id }) => id === paneId);
    return (pane?.system ?? null) === null ? { ...workspace, system } : withPaneChanged(workspace, paneId, { system });
  });

/** Sets a parameter of a pane: its own where it has some, else that of all panes. Undefined unsets it: it is not sent. */
export const setParameter = (paneId: string, name: ParameterName, value: Json | undefined): void =>
  changeWorkspace((workspace) => {
    const own = workspace.panes.find(({ id }) => id === paneId)?.sampling;
    return own
      ? withPaneChanged(workspace, paneId, { sampling: withParameter(own, name, value) })
      : { ...workspace, sampling: withParameter(workspace.sampling, name, value) };
  });

const withPaneChanged = (workspace: Workspace, paneId: string, fields: Partial<Pane>): Workspace => ({
  ...workspace,
  panes: workspace.panes.map((pane) => (pane.id === paneId ? { ...pane, ...fields } : pane)),
});

/** Whether a parameter is sent even to models that do not list it. */
export const forceParameter = (name: ParameterName, forced: boolean): void =>
  changeWorkspace((workspace) => ({
    ...workspace,
    forced: [...workspace.forced.filter((other) => other !== name), ...(forced ? [name] : [])],
  }));

/** Sets the extra JSON of a pane, merged last into its requests. */
export const setExtra = (paneId: string, extra: JsonObject): void => changePane(paneId, (pane) => ({ ...pane, extra }));

/** Sets how OpenRouter chooses among the providers of a pane's models. */
export const setRouting = (paneId: string, routing: ProviderRouting): void =>
  changePane(paneId, (pane) => ({ ...pane, routing }));

/**
 * Leaves the workspace as it is kept and begins another with the same models, settings and typed text; one that is
 * still empty is new already. @param afresh without the typed text, whatever there is
 */
export async function startNewWorkspace({ afresh = false } = {}): Promise<void> {
  if (!afresh && currentWorkspace().panes.every(({ id }) => Object.keys(conversationOf(id).messages).length === 0))
    return;
  await keepBeforeLeaving();
  const before = currentWorkspace();
  const next = workspaceLike(before);
  useWorkspaceStore.setState({ workspace: afresh ? { ...next, ...withNothingTyped(next) } : next });
  if (afresh || typedTexts(before).length === 0) return;
  // The text went along: left behind as well, it would be there twice.
  await keepNow();
  const { changeRow } = await import('./workspace-rows');
  await changeRow(before.id, withNothingTyped(before)).catch(() => {});
}

/**
 * The last question as it was written, for recalling it into an empty composer.
 * @param composer whose, by its pane; null is the common one
 */
export function lastPrompt(composer: string | null = null): string | null {
  const [first] = askedBy(currentWorkspace(), composer);
  const asked = first ? pathTo(conversationOf(first.id)).findLast((message) => !isAnswer(message)) : undefined;
  return asked ? (written.get(asked.id) ?? textOf(asked)) : null;
}

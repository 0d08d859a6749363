'use client';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Dialog } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import { Switch } from '@/components/ui/switch';
import { type CodeChoice, keepCodeChoice, readCodeChoice } from '@/lib/browser/code-choice';
import { draftPath } from '@/lib/browser/draft-request';
import { destinationQuery } from '@/lib/browser/queries';
import { useConversation } from '@/lib/browser/transcripts';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import type { ExportTarget } from '@/lib/core/code/export-target';
import { CODE_LANGUAGES } from '@/lib/core/code/languages';
import type { ModelIndex } from '@/lib/core/model';
import { draftOf } from '@/lib/core/own-prompt';
import { buildRequest } from '@/lib/core/request';
import type { Pane } from '@/lib/core/workspace';
import { CodeRunning } from './code-running';
import { words } from './words';

const w = words.code;
const OPENROUTER = 'https://openrouter.ai/api/v1';
const OPTIONS = CODE_LANGUAGES.map(({ id, label }) => ({ value: id, label }));

/** How code is drawn: by the region that draws the code of answers. */
export type CodeView = (code: string, language: string) => ReactNode;

interface CodeDialogProps {
  paneId: string;
  models: ModelIndex;
  codeView: CodeView;
  onClose: () => void;
}

/** Headers that exported code has already, the key under a name of its own. */
const OWN = new Set(['content-type', 'authorization']);

/**
 * Where exported code asks, and with which headers: as this server does, the attribution included. Where the simulator
 * stands in for OpenRouter, the code asks OpenRouter.
 */
function useTarget(): Pick<ExportTarget, 'baseUrl' | 'headers'> {
  const { data } = useQuery(destinationQuery);
  return {
    baseUrl: data && data.upstream !== 'simulator' ? data.url.replace(/\/chat\/completions$/, '') : OPENROUTER,
    headers: Object.fromEntries((data?.headers ?? []).filter(([name]) => !OWN.has(name.toLowerCase()))),
  };
}

function Code({ pane, models, codeView, onClose }: Omit<CodeDialogProps, 'paneId'> & { pane: Pane }) {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const conversation = useConversation(pane.id);
  const target = useTarget();
  const [choice, setChoice] = useState(readCodeChoice);
  const { text } = draftOf(workspace, pane);
  const { path } = useMemo(
    () => draftPath(conversation, text, workspace.variables),
    [conversation, text, workspace.variables],
  );
  const language = CODE_LANGUAGES.find(({ id }) => id === choice.language) ?? CODE_LANGUAGES[0];
  if (!language) return null;
  const { body } = buildRequest(workspace, pane, path, models);
  const choose = (change: Partial<CodeChoice>): void => {
    const next = { ...choice, ...change };
    setChoice(next);
    keepCodeChoice(next);
  };
  return (
    <Dialog open size="large" title={w.title} description={w.description} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <Segmented
            label={w.language}
            labelHidden
            value={language.id}
            options={OPTIONS}
            onChange={(id) => choose({ language: id })}
          />
          <Switch label={w.streaming} checked={choice.streaming} onChange={(streaming) => choose({ streaming })} />
        </div>
        {path.length === 0 ? <Banner tone="warning">{w.noMessage}</Banner> : null}
        {codeView(language.write(body, { ...target, streaming: choice.streaming }).trimEnd(), language.highlight)}
        <CodeRunning language={language} />
      </div>
    </Dialog>
  );
}

/** The request that Run would send from a pane, as code that sends the same. */
export function CodeDialog({ paneId, ...rest }: CodeDialogProps) {
  const pane = useWorkspaceStore(({ workspace }) => workspace.panes.find(({ id }) => id === paneId));
  return pane ? <Code pane={pane} {...rest} /> : null;
}

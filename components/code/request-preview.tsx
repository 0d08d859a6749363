'use client';
import { useMemo } from 'react';
import { Banner } from '@/components/ui/banner';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { draftPath } from '@/lib/browser/draft-request';
import { useConversation } from '@/lib/browser/transcripts';
import { useRoutingFacts } from '@/lib/browser/use-routing-facts';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import type { ModelIndex } from '@/lib/core/model';
import { askedBy, composerOf, draftOf } from '@/lib/core/own-prompt';
import { buildRequest } from '@/lib/core/request';
import { whyBlocked } from '@/lib/core/variables';
import type { Pane } from '@/lib/core/workspace';
import { RequestPreviewBody } from './request-preview-body';
import { RequestPreviewHeaders } from './request-preview-headers';
import { linesOf } from './request-preview-lines';
import { RequestPreviewRest } from './request-preview-rest';
import { words } from './words-preview';

interface PreviewProps {
  paneId: string;
  models: ModelIndex;
  open: boolean;
  onClose: () => void;
}

function Preview({ pane, models, onClose }: { pane: Pane; models: ModelIndex; onClose: () => void }) {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const conversation = useConversation(pane.id);
  const { text } = draftOf(workspace, pane);
  const { path, asked } = useMemo(
    () => draftPath(conversation, text, workspace.variables),
    [conversation, text, workspace.variables],
  );
  const built = useMemo(() => buildRequest(workspace, pane, path, models), [workspace, pane, path, models]);
  const { problems, strangers, endpoints } = useRoutingFacts(pane, models, Object.keys(pane.routing).length > 0);
  const routing = [
    ...problems,
    ...(endpoints.length > 0 ? strangers.map(({ slug, standings }) => words.why.stranger(slug, standings)) : []),
  ];
  const exact = JSON.stringify(built.body);
  const size = new TextEncoder().encode(exact).byteLength;
  const unfilled = whyBlocked({ ...workspace, panes: askedBy(workspace, composerOf(pane)) });
  const waiting = asked === null && path.at(-1)?.role !== 'user';
  return (
    <Dialog open size="wide" title={words.title} description={words.description} onClose={onClose}>
      <div className="flex flex-col gap-6">
        {waiting ? <Banner tone="warning">{path.length === 0 ? words.noMessage : words.noDraft}</Banner> : null}
        {unfilled ? <Banner tone="warning">{words.unfilled(unfilled)}</Banner> : null}
        <RequestPreviewHeaders />
        <section aria-label={words.body}>
          <div className="flex items-center gap-2 pb-1">
            <h3 className="text-sm font-semibold">{words.body}</h3>
            <span className="grow text-xs text-muted tabular-nums">{words.bytes(size.toLocaleString('en-US'))}</span>
            <CopyButton text={exact} label={words.copy} copiedLabel={words.copied} withText />
          </div>
          <RequestPreviewBody lines={linesOf(built, pane.extra, routing)} />
        </section>
        <RequestPreviewRest notes={built.notes} />
      </div>
    </Dialog>
  );
}

/** What Run would send from a pane at this moment, why each line is there, and what is not. */
export function RequestPreview({ paneId, models, open, onClose }: PreviewProps) {
  const panes = useWorkspaceStore(({ workspace }) => workspace.panes);
  const pane = panes.find(({ id }) => id === paneId);
  return open && pane ? <Preview pane={pane} models={models} onClose={onClose} /> : null;
}

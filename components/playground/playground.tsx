'use client';
import { useQuery } from '@tanstack/react-query';
import { Braces } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useCallback, useEffect, useState } from 'react';
import { Composer, COMPOSER_ID, focusComposer } from '@/components/chat/composer';
import { warmMessages } from '@/components/chat/transcript';
import { ParametersPanel } from '@/components/parameters/parameters-panel';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { onDemand } from '@/components/ui/on-demand';
import { startNewWorkspace, stopAll, warmRuns } from '@/lib/browser/actions';
import { startKeeping } from '@/lib/browser/keeper';
import { catalogueQuery } from '@/lib/browser/catalogue-query';
import { useRunStore } from '@/lib/browser/run-store';
import { currentWorkspace, useWorkspaceStore } from '@/lib/browser/workspace-store';
import type { KeyInForce } from '@/lib/core/credential';
import type { ModelIndex } from '@/lib/core/model';
import { type ComposerAction, ComposerActions } from './composer-actions';
import { FallbacksFold } from './fallbacks-fold';
import { Header } from './header';
import { paneElementId } from './pane-element';
import { PaneGrid } from './pane-grid';
import { PickerHost } from './picker-host';
import { pickModel } from './picking';
import { SharedLink } from './shared-link';
import { useShortcuts } from './use-shortcuts';
import { useSideZone } from './use-side-zone';
import { Variables } from './variables';
import { words } from './words';

const loadDialog = () => import('./composer-dialog');
/** Fetches ahead what a visitor is about to need, behind the key or the move that says so. */
const warm = (): void =>
  void setTimeout(() => {
    warmMessages();
    warmRuns();
    void loadDialog().catch(() => {});
  });
const ComposerDialog = onDemand(() => loadDialog().then(({ ComposerDialog }) => ComposerDialog));
const RoutingPanel = onDemand(() =>
  import('@/components/parameters/routing-panel').then(({ RoutingPanel }) => RoutingPanel),
);
const PaneScope = onDemand(() => import('./pane-scope').then(({ PaneScope }) => PaneScope));
const RequestPreview = onDemand(() =>
  import('@/components/code/request-preview').then(({ RequestPreview }) => RequestPreview),
);
// In the first HTML where there is a demo, and no weight where there is none.
const DemoBanner = dynamic(() => import('@/components/credential/demo-banner').then(({ DemoBanner }) => DemoBanner));
const KeyDialog = onDemand(() => import('@/components/credential/key-dialog').then(({ KeyDialog }) => KeyDialog));
const RunEstimate = onDemand(() => import('@/components/costs/run-estimate').then(({ RunEstimate }) => RunEstimate));
const SideZone = onDemand(() => import('./side-zone').then(({ SideZone }) => SideZone));
const Drawer = onDemand(() => import('@/components/ui/drawer').then(({ Drawer }) => Drawer));

const NO_MODELS: ModelIndex = new Map();
/** From here up the side zones stand beside the panes; below they are drawers. */
const WIDE = '(min-width: 64rem)';

const stop = (): boolean => {
  const { running } = useRunStore.getState();
  // Those that grow behind the screen are stopped where they are.
  const any = currentWorkspace().panes.some(({ id }) => running[id]);
  if (any) stopAll();
  return any;
};

const chooseModel = (paneId: string, answerId?: string): void => pickModel(paneId, null, answerId);

const newConversation = (): void => void startNewWorkspace().then(() => focusComposer());

/** The frame: the only place where regions meet. @param demo the simulator answered when the page was made */
export function Playground({ demo }: { demo: boolean }) {
  const panes = useWorkspaceStore((state) => state.workspace.panes);
  const storageProblem = useWorkspaceStore((state) => state.storageProblem);
  const notice = useWorkspaceStore((state) => state.notice);
  const typed = useWorkspaceStore(({ workspace }) => workspace.draft.text.trim() !== '');
  const { data: catalogue } = useQuery(catalogueQuery);
  const models = catalogue?.index ?? NO_MODELS;
  // `keyQuery`, never asked from here: it is known once the dialog was open, and changes with what was done there.
  const { data: key } = useQuery<KeyInForce>({ queryKey: ['key'], enabled: false });
  const [panelOpen, setPanelOpen] = useState(true);
  /** Null until it was first opened. */
  const [drawerOpen, setDrawerOpen] = useState<boolean | null>(null);
  const [previewOpen, setPreviewOpen] = useState(false);
  const [keyOpen, setKeyOpen] = useState(false);
  const [action, setAction] = useState<ComposerAction | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [zoomed, setZoomed] = useState<string | null>(null);
  const zone = useSideZone(WIDE);
  const pane = panes.find(({ id }) => id === chosen) ?? panes[0];
  const selected = pane?.id ?? '';

  // Storage exists in the browser only, after the first HTML.
  useEffect(() => {
    void startKeeping();
    // What shows messages is no part of the first load; a hand on the mouse or the keys says that it may be wanted soon.
    const controller = new AbortController();
    for (const type of ['pointermove', 'pointerdown', 'keydown']) {
      addEventListener(type, warm, { once: true, passive: true, signal: controller.signal });
    }
    return () => controller.abort();
  }, []);

  const showRequest = useCallback(() => setPreviewOpen(true), []);
  const openPicker = useCallback(() => pickModel(selected), [selected]);
  const openKey = useCallback(() => setKeyOpen(true), []);
  const openCaps = useCallback(() => setAction('caps'), []);
  const toggleParameters = useCallback(() => {
    if (matchMedia(WIDE).matches) {
      // What is hidden loses the focus to nowhere: its button in the header has it then.
      if (document.activeElement?.closest('#right-zone')) document.getElementById('parameters-button')?.focus();
      setPanelOpen((open) => !open);
    } else setDrawerOpen((open) => !open);
  }, []);
  const addPaneOf = useCallback(() => pickModel('', 'pane'), []);
  const zoom = useCallback((id: string) => {
    setChosen(id);
    setZoomed((was) => (was === id ? null : id));
  }, []);
  const zoomAt = useCallback(
    (at: number) => {
      const { panes } = currentWorkspace();
      const id = panes[at]?.id;
      if (id !== undefined && panes.length > 1) zoom(id);
    },
    [zoom],
  );
  const show = (id: string): void => {
    setChosen(id);
    if (zoomed !== null) setZoomed(id);
    document.getElementById(paneElementId(id))?.scrollIntoView({ inline: 'start', block: 'nearest' });
  };
  useShortcuts({ openPicker, toggleParameters, toggleZone: zone.toggle, newConversation, stop, zoomAt });

  const addFallback = useCallback(() => pickModel(selected, 'fallback'), [selected]);
  const parameters = (
    <>
      {pane && panes.length > 1 && <PaneScope pane={pane} models={models} />}
      <FallbacksFold paneId={selected} models={models} onAdd={addFallback} />
      <ParametersPanel paneId={selected} models={models} routing={<RoutingPanel paneId={selected} models={models} />} />
    </>
  );

  // It is on the page with the next frame.
  const showNew = (id: string): void => void requestAnimationFrame(() => show(id));

  return (
    <div className="flex h-dvh flex-col bg-canvas">
      <a href={`#${COMPOSER_ID}`} className="sr-only focus:not-sr-only">
        {words.skip}
      </a>
      <Header
        tabs={{
          panes,
          models,
          selected,
          onSelect: show,
          onChooseModel: (paneId) => pickModel(paneId),
          onAdd: addPaneOf,
        }}
        zoneOpen={zone.column ?? false}
        onToggleZone={zone.toggle}
        panelOpen={panelOpen}
        onNew={newConversation}
        onToggleParameters={toggleParameters}
        onOpenKey={openKey}
      />
      {(key ? key.upstream === 'simulator' : demo) && <DemoBanner onAddKey={openKey} />}
      {storageProblem && (
        <Banner tone="warning" flush>
          {storageProblem}
        </Banner>
      )}
      {notice && (
        <Banner flush onDismiss={() => useWorkspaceStore.setState({ notice: null })}>
          {notice}
        </Banner>
      )}
      <div className="flex min-h-0 grow">
        {(zone.column ?? zone.drawer) !== null && <SideZone {...zone} models={models} onShowPane={showNew} />}
        <main className="flex min-w-0 grow flex-col">
          <PaneGrid
            panes={panes}
            models={models}
            selected={selected}
            zoomed={panes.some(({ id }) => id === zoomed) ? zoomed : null}
            onSelect={setChosen}
            onZoom={zoom}
            onChooseModel={chooseModel}
            onShowRequest={showRequest}
            onAddKey={openKey}
            onCaps={openCaps}
            onCompare={panes.length === 1 ? addPaneOf : undefined}
          />
          <Composer
            fields={<Variables />}
            estimate={typed && <RunEstimate models={models} onCaps={openCaps} />}
            actions={
              <>
                <Button
                  variant="ghost"
                  size="dense"
                  className="max-sm:px-1.5"
                  icon={<Braces size={16} aria-hidden />}
                  tip={words.requestTip}
                  aria-haspopup="dialog"
                  onClick={showRequest}
                >
                  <span className="max-sm:sr-only">{words.request}</span>
                </Button>
                <ComposerActions onOpen={setAction} />
              </>
            }
          />
        </main>
        {/* Closed, it keeps what was typed and unfolded in it. */}
        <aside
          id="right-zone"
          aria-label={words.parameters}
          className={cn(
            // A layer of its own is not gone through again for every word that comes beside it.
            'isolate hidden w-80 shrink-0 overflow-y-auto border-s border-line bg-surface p-4',
            panelOpen && 'lg:block',
          )}
        >
          {parameters}
        </aside>
      </div>
      {drawerOpen !== null && (
        <Drawer open={drawerOpen} side="right" title={words.parameters} onClose={() => setDrawerOpen(false)}>
          {parameters}
        </Drawer>
      )}
      <SharedLink />
      {keyOpen && <KeyDialog onClose={() => setKeyOpen(false)} />}
      {previewOpen && <RequestPreview paneId={selected} models={models} open onClose={() => setPreviewOpen(false)} />}
      {action !== null && (
        <ComposerDialog action={action} paneId={selected} models={models} onClose={() => setAction(null)} />
      )}
      <PickerHost selected={selected} onNewPane={showNew} />
    </div>
  );
}

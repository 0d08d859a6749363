'use client';
import { useQuery } from '@tanstack/react-query';
import { Braces } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useCallback, useEffect, useState } from 'react';
import { Composer, COMPOSER_ID } from '@/components/chat/composer';
import { DemoBanner } from '@/components/credential/demo-banner';
import { ParametersPanel } from '@/components/parameters/parameters-panel';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { setModel, startNewWorkspace, stopAll } from '@/lib/browser/actions';
import { startKeeping } from '@/lib/browser/keeper';
import { catalogueQuery } from '@/lib/browser/queries';
import { useRunStore } from '@/lib/browser/run-store';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import type { ModelIndex } from '@/lib/core/model';
import { type ComposerAction, ComposerActions, ComposerDialog } from './composer-actions';
import { Header } from './header';
import { PaneView } from './pane-view';
import { useShortcuts } from './use-shortcuts';
import { words } from './words';

const loadPicker = () => import('./pane-model-picker');
const warmPicker = (): void =>
  void loadPicker().then(
    ({ warm }) => warm(),
    () => {},
  );
const PaneModelPicker = dynamic(() => loadPicker().then(({ PaneModelPicker }) => PaneModelPicker), { ssr: false });
const RoutingPanel = dynamic(
  () => import('@/components/parameters/routing-panel').then(({ RoutingPanel }) => RoutingPanel),
  { ssr: false },
);
const RequestPreview = dynamic(
  () => import('@/components/code/request-preview').then(({ RequestPreview }) => RequestPreview),
  { ssr: false },
);
const Drawer = dynamic(() => import('@/components/ui/drawer').then(({ Drawer }) => Drawer), { ssr: false });

const NO_MODELS: ModelIndex = new Map();
/** From here up the parameters stand beside the panes; below they are a drawer. */
const WIDE = '(min-width: 64rem)';

const focusComposer = (): void => document.getElementById(COMPOSER_ID)?.focus();

const stop = (): boolean => {
  const running = Object.keys(useRunStore.getState().running).length > 0;
  if (running) stopAll();
  return running;
};

const newConversation = (): void => void startNewWorkspace().then(focusComposer);

/** The frame: the only place where regions meet. @param demo the simulator answers */
export function Playground({ demo }: { demo: boolean }) {
  const panes = useWorkspaceStore((state) => state.workspace.panes);
  const storageProblem = useWorkspaceStore((state) => state.storageProblem);
  const { data: catalogue } = useQuery(catalogueQuery);
  const models = catalogue?.index ?? NO_MODELS;
  const [pickerFor, setPickerFor] = useState<string | null>(null);
  const [panelOpen, setPanelOpen] = useState(true);
  /** Null until it was first opened. */
  const [drawerOpen, setDrawerOpen] = useState<boolean | null>(null);
  const [previewOpen, setPreviewOpen] = useState(false);
  const [action, setAction] = useState<ComposerAction | null>(null);
  const selected = panes[0]?.id ?? '';

  // Storage exists in the browser only, after the first HTML.
  useEffect(() => {
    void startKeeping();
    // The picker is no part of the first load; a hand on the mouse or the keys says that it may be wanted soon.
    const controller = new AbortController();
    for (const type of ['pointermove', 'pointerdown', 'keydown']) {
      addEventListener(type, warmPicker, { once: true, passive: true, signal: controller.signal });
    }
    return () => controller.abort();
  }, []);

  const openPicker = useCallback(() => setPickerFor(selected), [selected]);
  const toggleParameters = useCallback(() => {
    if (matchMedia(WIDE).matches) setPanelOpen((open) => !open);
    else setDrawerOpen((open) => !open);
  }, []);
  useShortcuts({ openPicker, toggleParameters, newConversation, stop });

  const parameters = (
    <ParametersPanel paneId={selected} models={models} routing={<RoutingPanel paneId={selected} models={models} />} />
  );

  const choose = (paneId: string, modelId: string): void => {
    setModel(paneId, modelId);
    setPickerFor(null);
    focusComposer();
  };

  return (
    <div className="flex h-dvh flex-col bg-canvas">
      <a href={`#${COMPOSER_ID}`} className="sr-only focus:not-sr-only">
        {words.skip}
      </a>
      <Header
        panes={panes}
        models={models}
        panelOpen={panelOpen}
        onChooseModel={setPickerFor}
        onNew={newConversation}
        onToggleParameters={toggleParameters}
      />
      {demo && <DemoBanner />}
      {storageProblem && (
        <Banner tone="warning" flush>
          {storageProblem}
        </Banner>
      )}
      <div className="flex min-h-0 grow">
        <main className="flex min-w-0 grow flex-col">
          <div className="flex min-h-0 grow">
            {panes.map((pane) => (
              <PaneView key={pane.id} pane={pane} models={models} onChooseModel={openPicker} />
            ))}
          </div>
          <Composer
            actions={
              <>
                <Button
                  variant="ghost"
                  size="dense"
                  icon={<Braces size={16} aria-hidden />}
                  tip={words.requestTip}
                  aria-haspopup="dialog"
                  onClick={() => setPreviewOpen(true)}
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
          aria-label={words.parameters}
          className={cn(
            'hidden w-80 shrink-0 overflow-y-auto border-s border-line bg-surface p-4',
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
      {previewOpen && <RequestPreview paneId={selected} models={models} open onClose={() => setPreviewOpen(false)} />}
      {action !== null && (
        <ComposerDialog action={action} paneId={selected} models={models} onClose={() => setAction(null)} />
      )}
      {pickerFor !== null && (
        <PaneModelPicker paneId={pickerFor} onClose={() => setPickerFor(null)} onChoose={choose} />
      )}
    </div>
  );
}

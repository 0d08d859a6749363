'use client';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { lastPrompt } from '@/lib/browser/actions';
import { downloadPreset, linkTo } from '@/lib/browser/shared-link';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { type Preset, type PresetPart, presetOf, withPreset } from '@/lib/core/preset';
import { secretsOf, withoutSecrets } from '@/lib/core/secrets';
import { newPane, newWorkspace } from '@/lib/core/workspace';
import { PARTS, PartSwitches, partsOf, toggled } from './part-switches';
import { ShareSecrets } from './share-secrets';
import { words } from './words';

const w = words.share;
/** Characters up to which a link passes through what people send links with. */
const LONGEST_LINK = 30_000;
type Packed = Awaited<ReturnType<typeof linkTo>> & { of: Preset };

interface ShareDialogProps {
  /** What is shared in place of the settings on the screen. */
  preset?: Preset;
  /** Another way out, beside the link. */
  file?: ReactNode;
  onClose: () => void;
}

/** Makes a link of the settings on the screen: what is in it is chosen, and what looks like a secret is pointed out. */
export function ShareDialog({ preset: given, file, onClose }: ShareDialogProps) {
  const here = useWorkspaceStore((state) => state.workspace);
  const shown = useMemo(
    () => (given ? withPreset(newWorkspace('', newPane('', ''), 0), given, () => '') : here),
    [given, here],
  );
  const some = given ? partsOf(given) : PARTS;
  const [parts, setParts] = useState<ReadonlySet<PresetPart>>(() => new Set(some));
  const [removed, setRemoved] = useState<ReadonlySet<string>>(() => new Set());
  const [packed, setPacked] = useState<Packed | null>(null);
  const typed = given !== undefined || shown.draft.text.trim() !== '';
  // After a run the composer is empty: then the prompt is what was asked last.
  const workspace = useMemo(() => (typed ? shown : { ...shown, draft: { text: lastPrompt() ?? '' } }), [shown, typed]);
  const whole = useMemo(() => presetOf(workspace, parts), [workspace, parts]);
  const secrets = useMemo(() => secretsOf(whole), [whole]);
  const preset = useMemo(() => withoutSecrets(whole, removed), [whole, removed]);

  // Packing is asynchronous, and what was packed before another choice must not be copied.
  useEffect(() => {
    let stale = false;
    const show = (result: Awaited<ReturnType<typeof linkTo>>): void => {
      if (!stale) setPacked({ ...result, of: preset });
    };
    linkTo(preset).then(show, () => show({ problem: w.failed }));
    return () => {
      stale = true;
    };
  }, [preset]);

  const link = packed && 'link' in packed ? packed.link : '';
  const long = link.length > LONGEST_LINK;
  const problem = parts.size === 0 ? w.nothing : packed && 'problem' in packed ? packed.problem : null;
  const ready = packed?.of === preset && problem === null;
  return (
    <Dialog
      open
      title={w.title}
      description={w.description}
      onClose={onClose}
      footer={
        <>
          {file}
          <Button onClick={onClose}>{w.close}</Button>
          {long ? (
            <Button variant="primary" className={cn(!ready && 'invisible')} onClick={() => void downloadPreset(preset)}>
              {w.download}
            </Button>
          ) : (
            <CopyButton
              text={link}
              label={w.copy}
              copiedLabel={w.copied}
              withText
              size="control"
              className={cn(!ready && 'invisible')}
            />
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <section aria-label={w.included} className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold">{w.included}</h3>
          <PartSwitches
            some={some}
            parts={parts}
            workspace={workspace}
            preset={preset}
            asked={!typed}
            onChange={setParts}
          />
          <p className="text-xs text-muted">{w.never}</p>
        </section>
        <ShareSecrets
          secrets={secrets}
          removed={removed}
          onRemove={(text, remove) => setRemoved(toggled(removed, text, remove))}
        />
        {problem === null ? null : <Banner tone="warning">{problem}</Banner>}
        {problem === null && long ? <Banner tone="warning">{w.tooLong(link.length, LONGEST_LINK)}</Banner> : null}
        {problem === null && !long ? (
          <TextField
            label={w.link}
            value={link}
            onChange={() => {}}
            readOnly
            mono
            aside={<span className="text-xs text-muted tabular-nums">{w.size(link.length)}</span>}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

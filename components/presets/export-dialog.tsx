'use client';
import { useEffect, useMemo, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import {
  comparisonNow,
  downloadComparison,
  EXPORT_FORMATS,
  type ExportFormat,
  exportText,
} from '@/lib/browser/comparison';
import { useRunStore } from '@/lib/browser/run-store';
import { type Comparison, countAnswers } from '@/lib/core/comparison/comparison';
import { isAnswer, textOf } from '@/lib/core/message';
import type { ModelIndex } from '@/lib/core/model';
import { type Secret, secretsOf, withoutSecrets } from '@/lib/core/secrets';
import { ShareSecrets } from './share-secrets';
import { exportWords as w } from './words-export';

const FORMATS = EXPORT_FORMATS.map((value) => ({ value, label: w.formats[value] }));

/** What is surely a secret goes without a question; addresses and long numbers are for the visitor to judge. */
const SURE = new Set(['Private key', 'API key', 'Token', 'Password']);

/** Looked for in what people write and models say; the ids of a receipt are long, and no secrets. */
const secretsOfComparison = ({ title, preset, panes }: Comparison): Secret[] =>
  secretsOf([
    title,
    preset,
    panes.map(({ settings, sent, messages }) => [
      settings,
      sent,
      messages.map((message) => [textOf(message), isAnswer(message) ? message.sent : null]),
    ]),
  ]);

/** Takes the answers that the panes show away as a file: chosen is the form, and what looks like a secret is left out. */
export function ExportDialog({ models, onClose }: { models: ModelIndex; onClose: () => void }) {
  // As it was when the dialog opened: what grows behind it must not change under the button.
  const [whole] = useState(() => comparisonNow(models));
  const [running] = useState(() => Object.keys(useRunStore.getState().running).length > 0);
  const secrets = useMemo(() => secretsOfComparison(whole), [whole]);
  const [removed, setRemoved] = useState<ReadonlySet<string>>(
    () => new Set(secrets.filter(({ kind }) => SURE.has(kind)).map(({ text }) => text)),
  );
  const [format, setFormat] = useState<ExportFormat>('html');
  const comparison = useMemo(() => withoutSecrets(whole, removed), [whole, removed]);
  const [made, setMade] = useState<{ of: unknown; as: ExportFormat; result: { text: string } | { problem: string } }>();

  // What makes the text is loaded when it is wanted.
  useEffect(() => {
    let stale = false;
    void exportText(comparison, format).then((result) => {
      if (!stale) setMade({ of: comparison, as: format, result });
    });
    return () => {
      stale = true;
    };
  }, [comparison, format]);

  const answers = countAnswers(whole);
  const result = made?.of === comparison && made.as === format ? made.result : null;
  const text = result && 'text' in result ? result.text : null;
  const why = answers === 0 ? w.none : text === null ? w.making : undefined;
  const toggle = (secret: string, remove: boolean): void => {
    const next = new Set(removed);
    if (remove) next.add(secret);
    else next.delete(secret);
    setRemoved(next);
  };
  return (
    <Dialog
      open
      title={w.title}
      description={w.description}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{w.close}</Button>
          {format === 'markdown' && text !== null && answers > 0 && (
            <CopyButton text={text} label={w.copy} withText size="control" />
          )}
          <Button
            variant="primary"
            disabledReason={why}
            onClick={() => text !== null && downloadComparison(comparison, format, text)}
          >
            {w.download}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div>
          <Segmented label={w.format} value={format} options={FORMATS} onChange={setFormat} />
          <p className="mt-1 text-xs text-muted">{w.notes[format]}</p>
        </div>
        <p className="text-sm">
          {answers === 0 ? w.none : w.holds(whole.panes.length, answers)}
          {answers > 0 && text !== null && <span className="text-muted"> · {w.size(text.length)}</span>}
        </p>
        {running && <p className="text-xs text-muted">{w.running}</p>}
        {result && 'problem' in result && <Banner tone="warning">{result.problem}</Banner>}
        {secrets.length > 0 && (
          <>
            <ShareSecrets secrets={secrets} removed={removed} onRemove={toggle} />
            <p className="text-xs text-muted">{w.secretsRest}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}

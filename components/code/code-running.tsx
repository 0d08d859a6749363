import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { KEY_NAME } from '@/lib/core/code/export-target';
import type { CodeLanguage } from '@/lib/core/code/languages';
import { words } from './words';

const w = words.code;

function Step({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="self-center text-muted max-sm:pt-2">{name}</dt>
      <dd className="flex min-h-dense min-w-0 items-center gap-1">{children}</dd>
    </>
  );
}

function Command({ text, label }: { text: string; label: string }) {
  return (
    <>
      <code className="min-w-0 break-words">{text}</code>
      <CopyButton text={text} label={label} />
    </>
  );
}

/** What it takes to run the code: what to install, where the key comes from, and the command. */
export function CodeRunning({ language }: { language: CodeLanguage }) {
  const { install, file, run } = language;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 text-sm max-sm:grid-cols-1">
      <Step name={w.install}>
        {install === null ? (
          <span className="text-muted">{w.nothing}</span>
        ) : (
          <Command text={install} label={w.copyInstall} />
        )}
      </Step>
      <Step name={w.key}>
        <Command text={`export ${KEY_NAME}=…`} label={w.copyKey} />
      </Step>
      <Step name={w.run(file)}>
        <Command text={run} label={w.copyRun} />
      </Step>
    </dl>
  );
}

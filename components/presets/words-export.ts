import type { ExportFormat } from '@/lib/browser/comparison';

/** Every word of taking a comparison away and bringing it back. */
export const exportWords = {
  open: 'Answers as a file…',
  title: 'Export answers',
  description: 'What the panes show, with settings, receipts and prices. Keys are never in it.',
  format: 'Format',
  formats: { html: 'HTML', markdown: 'Markdown', json: 'JSON' } satisfies Record<ExportFormat, string>,
  notes: {
    html: 'One page to read or print: no script, nothing loaded from elsewhere.',
    markdown: 'Text with tables; answers stand in code blocks, exactly as they came.',
    json: 'Everything, to the last digit. Import opens it again.',
  } satisfies Record<ExportFormat, string>,
  holds: (panes: number, answers: number) =>
    `${panes} ${panes === 1 ? 'pane' : 'panes'}, ${answers} ${answers === 1 ? 'answer' : 'answers'}`,
  size: (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`),
  none: 'Nothing was answered yet.',
  running: 'An answer is still growing: the file has it as it was when this dialog opened.',
  making: 'Making the file…',
  download: 'Download',
  copy: 'Copy',
  close: 'Close',
  back: 'Back to the link',
  secretsRest: 'Keys and passwords that were found are removed; put back what is none.',
  imported: {
    title: 'Exported comparison',
    broken: 'This file cannot be opened',
    untouched: 'Nothing was changed.',
    description: 'Nothing is sent by opening it.',
    untitled: 'Untitled',
    from: (date: string) => `Exported ${date}`,
    pane: (name: string, messages: number) => `${name}: ${messages} ${messages === 1 ? 'message' : 'messages'}`,
    remarks: 'Not taken over',
    keeps: 'It opens as a new conversation. The present one is kept, and Undo leads back to it.',
    claims: 'What it says of models, times and costs is the file’s word: it may have been changed.',
    open: 'Open',
    cancel: 'Cancel',
    done: 'Comparison opened',
    undo: 'Undo',
  },
};

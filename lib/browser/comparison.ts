import 'client-only';
import { type Comparison, comparisonOf, fileName } from '@/lib/core/comparison/comparison';
import { workspaceOf } from '@/lib/core/comparison/comparison-workspace';
import type { ModelIndex } from '@/lib/core/model';
import type { ReadComparison } from '@/lib/wire/comparison';
import { answerCost } from './answer-cost';
import { detour } from './detour';
import { download } from './download';
import { freshId } from './fresh-id';
import { conversationOf } from './transcripts';
import { currentWorkspace } from './workspace-store';

// oxlint-disable-next-line no-restricted-imports -- import() is what the law allows; no part of the first load: it brings zod
const wire = () => import('@/lib/wire/comparison');

export type { ReadComparison };

const NOT_LOADED = 'A part of the page could not be loaded. Reload to try again.';

/** The forms that a comparison is taken away in; the last one can be opened again. */
export const EXPORT_FORMATS = ['html', 'markdown', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const FILES = {
  html: { ending: 'html', type: 'text/html' },
  markdown: { ending: 'md', type: 'text/markdown' },
  json: { ending: 'json', type: 'application/json' },
} as const;

/** What the panes show now, with all that made it. */
export function comparisonNow(models: ModelIndex): Comparison {
  const workspace = currentWorkspace();
  const conversations = Object.fromEntries(workspace.panes.map(({ id }) => [id, conversationOf(id)]));
  const costOf: Parameters<typeof comparisonOf>[3] = (paneId, answer) => answerCost(paneId, answer, models).amount;
  return comparisonOf(workspace, conversations, models, costOf, Date.now());
}

/** A comparison as text, or one sentence why it cannot be. Never rejects. */
export async function exportText(
  comparison: Comparison,
  format: ExportFormat,
): Promise<{ text: string } | { problem: string }> {
  try {
    if (format === 'html') return { text: (await import('@/lib/core/comparison/html')).comparisonHtml(comparison) };
    if (format === 'markdown')
      return { text: (await import('@/lib/core/comparison/markdown')).comparisonMarkdown(comparison) };
    const { formatComparison } = await wire();
    return formatComparison(comparison);
  } catch {
    return { problem: NOT_LOADED };
  }
}

/** Gives a comparison to the visitor as a file. */
export const downloadComparison = (comparison: Comparison, format: ExportFormat, text: string): void =>
  download(text, fileName(comparison, FILES[format].ending), FILES[format].type);

/** What a file holds; null where it is no comparison. Nothing is changed, kept or sent. Never rejects. */
export async function readComparison(file: File): Promise<ReadComparison | null> {
  try {
    const { looksLikeComparison, MAX_COMPARISON, parseComparison } = await wire();
    // Its first words say what it is, so a large file of another kind is not read.
    if (!looksLikeComparison(await file.slice(0, 1000).text())) return null;
    if (file.size > MAX_COMPARISON) return { problem: 'The file is larger than 32 MB.' };
    return parseComparison(await file.text());
  } catch {
    return { problem: 'The file could not be read.' };
  }
}

/** Opens a comparison as a new workspace. The present one stays as it is kept. @returns what leads back to it */
export const openComparison = (comparison: Comparison): Promise<() => Promise<void>> =>
  detour(() => workspaceOf(comparison, freshId, Date.now()));

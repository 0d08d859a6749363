/** Copies text. Rejects where the browser refuses. */
export async function writeClipboard(text: string): Promise<void> {
  // Absent on plain HTTP, e.g. a copy served inside a local network: there only the old way is left.
  if ('clipboard' in navigator) return navigator.clipboard.writeText(text);
  const focused = document.activeElement as HTMLElement | null;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'sr-only';
  // An open modal makes all else inert, and inert text cannot be selected.
  (focused?.closest('dialog') ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  focused?.focus();
  if (!copied) throw new Error('The browser refused to copy.');
}

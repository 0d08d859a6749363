import { focusComposer } from '@/components/chat/composer';

export const paneElementId = (paneId: string): string => `pane-${paneId}`;

/**
 * Gives the focus to a pane, once it is drawn: to the menu in its head, if it has one.
 * @param always also where something else has it; by default where it was lost with what has gone
 */
export function focusPane(paneId: string | undefined, always = false): void {
  requestAnimationFrame(() => {
    if (!always && document.activeElement !== document.body) return;
    const element = paneId === undefined ? null : document.getElementById(paneElementId(paneId));
    const menu = element?.querySelector<HTMLElement>('[aria-haspopup=menu]');
    // Of a single pane the head is that of the page.
    if (menu && element?.firstElementChild?.contains(menu)) menu.focus();
    else focusComposer(paneId ?? null);
  });
}

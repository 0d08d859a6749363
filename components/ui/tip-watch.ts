import { place, release } from './float';

const delay = 400;
const linger = 120;

const owner = (event: Event) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null;

/** Shows `data-tip` (and `data-tip-keys`) of whatever is hovered or focused by keyboard under `root`; returns the undo. */
export function watchTips(root: Document): () => void {
  const tip = root.createElement('div');
  tip.id = 'tip';
  tip.className = 'floating tip';
  tip.setAttribute('role', 'tooltip');
  tip.popover = 'manual';
  let target: HTMLElement | undefined;
  let described = false;
  let timer = 0;
  /** Where the pointer was last heard of. */
  let [x, y] = [-1, -1];

  const hide = () => {
    clearTimeout(timer);
    if (described) target?.removeAttribute('aria-describedby');
    if (target) release(target, tip);
    described = false;
    target = undefined;
    if (tip.isConnected) tip.hidePopover();
    tip.remove();
  };

  const show = (next: HTMLElement) => {
    const text = next.dataset.tip;
    if (!text || !next.isConnected || next.getAttribute('aria-expanded') === 'true') return;
    hide();
    target = next;
    tip.textContent = text;
    const keys = next.dataset.tipKeys;
    if (keys) {
      const mark = root.createElement('kbd');
      mark.textContent = keys;
      tip.append(mark);
    }
    // Whatever lies outside an open modal is inert, so a tooltip of its content must live inside it; and all that is
    // said on a page belongs to one of its landmarks.
    (next.closest('dialog, main, aside, header') ?? root.body).append(tip);
    tip.showPopover();
    place(next, tip, { align: 'center' });
    if (text !== next.getAttribute('aria-label') && !next.hasAttribute('aria-describedby')) {
      next.setAttribute('aria-describedby', tip.id);
      described = true;
    }
  };

  const later = (ms: number, act: () => void) => {
    clearTimeout(timer);
    timer = window.setTimeout(act, ms);
  };

  const moved = ({ clientX, clientY }: PointerEvent) => void ([x, y] = [clientX, clientY]);
  const over = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    // The page moved under a pointer that rests, so that something else is there now: nobody asked what it is.
    const rests = event.clientX === x && event.clientY === y;
    moved(event);
    const next = owner(event);
    if (next && next === target) clearTimeout(timer);
    else if (next && !rests) later(target ? linger : delay, () => show(next));
    else if (event.target instanceof Node && tip.contains(event.target)) clearTimeout(timer);
    else if (target) later(linger, hide);
    else clearTimeout(timer);
  };
  const focus = (event: FocusEvent) => {
    const next = owner(event);
    // Not at once: a popover that opens gives focus to what it holds, and no other may be shown meanwhile.
    if (next?.matches(':focus-visible')) later(0, () => show(next));
    else if (target) hide();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Enter') hide();
  };

  // An answer that streams elsewhere scrolls all the time: only what carries the target away matters.
  const scroll = (event: Event) => {
    if (target && event.target instanceof Node && event.target.contains(target)) hide();
  };

  root.addEventListener('pointerover', over);
  root.addEventListener('focusin', focus);
  root.addEventListener('focusout', hide);
  root.addEventListener('pointermove', moved, { passive: true });
  root.addEventListener('pointerdown', hide);
  root.addEventListener('keydown', key, true);
  root.addEventListener('scroll', scroll, true);
  return () => {
    hide();
    root.removeEventListener('pointerover', over);
    root.removeEventListener('focusin', focus);
    root.removeEventListener('focusout', hide);
    root.removeEventListener('pointermove', moved);
    root.removeEventListener('pointerdown', hide);
    root.removeEventListener('keydown', key, true);
    root.removeEventListener('scroll', scroll, true);
  };
}

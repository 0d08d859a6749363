type AnchorStyle = CSSStyleDeclaration & { anchorName: string; positionAnchor: string };

/** Where a floating thing stands: under (or over) its anchor, its start (or end) edge on the anchor's. */
export type Placement = { side?: 'bottom' | 'top'; align?: 'start' | 'end' | 'center' };

const nameOf = (floating: HTMLElement): string => `--${floating.id.replaceAll(/[^\w-]/g, '')}`;

/** Unties an anchor that another one takes the place of: of two by one name the later in the page would be taken. */
export function release(anchor: HTMLElement, floating: HTMLElement) {
  const style = anchor.style as AnchorStyle;
  if (style.anchorName === nameOf(floating)) style.anchorName = '';
}

/** Ties a popover to its anchor: by CSS where the browser can, else by measuring: call it before the popover is shown and again after. */
export function place(
  anchor: HTMLElement,
  floating: HTMLElement,
  { side = 'bottom', align = 'start' }: Placement = {},
) {
  // A shape inside a drawing has no box that CSS could tie something to.
  const tied = CSS.supports('anchor-name: --a') && anchor instanceof HTMLElement;
  Object.assign(floating.style, { left: '', top: '', positionAnchor: '' });
  if (tied) {
    const name = nameOf(floating);
    (anchor.style as AnchorStyle).anchorName = name;
    (floating.style as AnchorStyle).positionAnchor = name;
    return;
  }
  const edge = 8;
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const start = align === 'start' ? at.left : align === 'end' ? at.right - width : at.left + (at.width - width) / 2;
  const below = at.bottom + height + edge <= innerHeight;
  const above = at.top - height - edge >= 0;
  const under = side === 'bottom' ? below || !above : below && !above;
  floating.style.left = `${Math.max(edge, Math.min(start, innerWidth - width - edge))}px`;
  floating.style.top = `${Math.max(0, under ? at.bottom : at.top - height - edge)}px`;
}

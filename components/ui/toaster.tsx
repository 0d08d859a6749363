'use client';
import { X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from './button';
import { createCell } from './cell';
import { IconButton } from './icon-button';
import { dismissToast, type ToastEntry, toasts } from './toast';

function Toast({ entry, dismissLabel }: { entry: ToastEntry; dismissLabel: string }) {
  const { id, message, action, tone } = entry;
  const [held, setHeld] = useState(false);
  const before = useRef<EventTarget>(null);

  // Time runs only while nobody is reading or about to press.
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(id), action ? 12_000 : 6000);
    return () => clearTimeout(timer);
  }, [held, id, action]);

  /** The pressed button goes with the toast, and the focus goes back to where it came from. */
  const leave = (): void => {
    if (before.current instanceof HTMLElement) before.current.focus();
    dismissToast(id);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hovering only stops its clock
    <li
      className="flex items-center gap-2 rounded-panel border border-line bg-raised py-1 pr-1 pl-3 text-sm shadow-float"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={({ currentTarget, relatedTarget }) => {
        setHeld(true);
        if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget;
      }}
      onBlur={() => setHeld(false)}
    >
      <span className={tone === 'danger' ? 'grow text-danger' : 'grow'}>{message}</span>
      {action ? (
        <Button
          size="dense"
          variant="ghost"
          className="text-accent"
          onClick={() => {
            leave();
            action.onSelect();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton size="dense" label={dismissLabel} onClick={leave}>
        <X size={16} aria-hidden />
      </IconButton>
    </li>
  );
}

/** The mounted ones, the last opened last: what stands outside of an open modal cannot be pressed. */
const hosts = createCell<readonly string[]>([]);

const NONE: readonly ToastEntry[] = [];

/** Where toasts appear. Mount once in the frame, with an Announcer: that is what speaks them. Modals have their own. */
export function Toaster({ label = 'Notices', dismissLabel = 'Dismiss' }: { label?: string; dismissLabel?: string }) {
  const id = useId();
  const all = useSyncExternalStore(toasts.listen, toasts.get, toasts.get);
  const top = useSyncExternalStore(hosts.listen, hosts.get, hosts.get).at(-1) === id;
  const entries = top ? all : NONE;
  const layer = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    hosts.set([...hosts.get(), id]);
    return () => hosts.set(hosts.get().filter((other) => other !== id));
  }, [id]);

  // The top layer stacks by time of opening: only opened anew does it stand above a dialog that came meanwhile.
  useEffect(() => {
    const element = layer.current;
    if (!element) return;
    element.hidePopover();
    if (entries.length > 0) element.showPopover();
  }, [entries]);

  return (
    <section ref={layer} popover="manual" aria-label={label} className="toasts">
      <ul className="flex flex-col gap-2">
        {entries.map((entry) => (
          <Toast key={entry.id} entry={entry} dismissLabel={dismissLabel} />
        ))}
      </ul>
    </section>
  );
}

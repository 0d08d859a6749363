import 'client-only';
import { useCallback, useLayoutEffect, useState } from 'react';
import { type CatalogueView, PLAIN_VIEW, readView, writeView } from '@/lib/core/catalogue-view';

/** Browsers stop a page that writes its address more than a hundred times in half a minute. */
const WRITE_MS = 350;

/** Keeps the address up with a view: soon after a change, and at once when it must be. */
function createWriter() {
  let view = PLAIN_VIEW;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const write = (): void => {
    if (timer === undefined) return;
    forget();
    history.replaceState(history.state, '', `${location.pathname}${writeView(view)}`);
  };
  return {
    write,
    forget,
    read: (): CatalogueView => {
      forget();
      view = readView(location.search);
      return view;
    },
    change: (fields: Partial<CatalogueView>): CatalogueView => {
      view = { ...view, ...fields };
      timer ??= setTimeout(write, WRITE_MS);
      return view;
    },
  };
}

export interface ViewInAddress {
  view: CatalogueView;
  change: (fields: Partial<CatalogueView>) => void;
  /** Writes at once what is still to be written: before the page is left for another. */
  write: () => void;
}

/** The view that the address holds. A change is seen at once and written soon; the way back finds it as it was left. */
export function useCatalogueView(): ViewInAddress {
  // The server knows no address of this kind; the browser reads it before anything is painted.
  const [view, setView] = useState(PLAIN_VIEW);
  const [writer] = useState(createWriter);
  const change = useCallback((fields: Partial<CatalogueView>) => setView(writer.change(fields)), [writer]);

  // The address is the owner of this state, and lies outside of React.
  useLayoutEffect(() => {
    const read = (): void => setView(writer.read());
    read();
    addEventListener('popstate', read);
    addEventListener('pagehide', writer.write);
    return () => {
      removeEventListener('popstate', read);
      removeEventListener('pagehide', writer.write);
      // The address is another page's by now.
      writer.forget();
    };
  }, [writer]);

  return { view, change, write: writer.write };
}

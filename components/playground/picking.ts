import { createCell } from '@/components/ui/cell';

/** What a chosen model becomes: the one that a pane asks first, one more of its fallbacks, or one more pane. */
interface Picking {
  paneId: string;
  adds: 'fallback' | 'pane' | null;
  /** The answer that the chosen model makes anew. */
  answerId: string | undefined;
  /** Unix milliseconds when it was opened. */
  at: number;
}

/** What the picker is open for. Outside of React's tree: nothing but the picker is drawn anew when it opens. */
export const picking = createCell<Picking | null>(null);

/** Opens the picker. @param answerId the answer that the chosen model makes anew */
export const pickModel = (paneId: string, adds: Picking['adds'] = null, answerId?: string): void =>
  picking.set({ paneId, adds, answerId, at: Date.now() });

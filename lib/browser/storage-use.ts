import 'client-only';

export interface StorageUse {
  /** Bytes; null where the browser does not tell. */
  used: number | null;
  /** Bytes that this site may use. */
  quota: number | null;
  /** Whether the browser may clear it by itself when space runs short. */
  persistent: boolean;
}

export async function storageUse(): Promise<StorageUse> {
  const { usage = null, quota = null } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  const persistent = (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
  return { used: usage, quota, persistent };
}

let asked = false;

/** Asks the browser not to clear what is kept. Once for a page unless `again`: some browsers ask the visitor. */
export async function askToPersist({ again = false } = {}): Promise<boolean> {
  if (asked && !again) return false;
  asked = true;
  return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
}

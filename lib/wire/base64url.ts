const CHUNK = 0x80_00;

export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @returns null for anything that `toBase64Url` does not write */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  // The last letter may hold bits that no byte takes: those too are damage.
  const tail = bytes.length % 3;
  return toBase64Url(bytes.subarray(bytes.length - tail)) === text.slice(text.length - (tail === 0 ? 0 : tail + 1))
    ? bytes
    : null;
}

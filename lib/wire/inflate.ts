/** Bytes fed at once: what comes out of one piece is at most some 1,000 times as much, and then it is looked at. */
const PIECE = 512;

/** Compresses in the zlib form, whose checksum tells a damaged text from a whole one. */
export async function deflate(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The head of the zlib form: method 8, and a number that 31 divides. Much damage shows here, at no cost. */
const looksWhole = ([one = 0, two = 0]: Uint8Array): boolean => (one & 15) === 8 && ((one << 8) | two) % 31 === 0;

/** Feeds piece by piece, as what comes out is read: a browser expands a whole piece before anybody can stop it. */
async function feed(writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>, bytes: Uint8Array<ArrayBuffer>) {
  for (let at = 0; at < bytes.length; at += PIECE) await writer.write(bytes.subarray(at, at + PIECE));
  await writer.close();
}

/**
 * Expands what `deflate` made, and stops where it grows over `most` bytes.
 * @returns null for what is damaged, cut off or followed by something else
 */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<string | 'too large' | null> {
  if (!looksWhole(bytes)) return null;
  const stream = new DecompressionStream('deflate');
  const reader = stream.readable.getReader();
  // What breaks the writing breaks the reading too, and is told there.
  feed(stream.writable.getWriter(), bytes).catch(() => {});
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  try {
    for (let size = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > most) {
        await reader.cancel();
        return 'too large';
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return null;
  }
}

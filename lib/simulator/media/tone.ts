import { hash } from '@/lib/simulator/random';
import { base64 } from './png';

const RATE = 24_000;
const PIECES = 6;

/** Half a second of a quiet tone as 16-bit PCM at 24 kHz, in pieces of base64 as a stream carries them (§4.6). */
export function toneFor(prompt: string): string[] {
  const pitch = 220 + (hash(prompt) % 220);
  // A multiple of three bytes, so that the joined pieces are one valid base64 text.
  const each = Math.floor(RATE / 2 / PIECES / 3) * 3;
  return Array.from({ length: PIECES }, (_, piece) => {
    const bytes = new Uint8Array(each * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < each; i += 1) {
      const at = piece * each + i;
      const fade = Math.min(1, at / 600, (each * PIECES - at) / 600);
      view.setInt16(i * 2, Math.round(Math.sin((at / RATE) * pitch * Math.PI * 2) * 6000 * fade), true);
    }
    return base64(bytes);
  });
}

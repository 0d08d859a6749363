import { createRandom, hash } from '@/lib/simulator/random';
import { base64, type Colour, png } from './png';

/** Pixels at 1K (§12.5); the simulator draws at a quarter of that, since nobody looks at its pictures closely. */
const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  '1:1': [1024, 1024],
  '2:3': [832, 1248],
  '3:2': [1248, 832],
  '3:4': [864, 1184],
  '4:3': [1184, 864],
  '4:5': [896, 1152],
  '5:4': [1152, 896],
  '9:16': [768, 1344],
  '16:9': [1344, 768],
  '21:9': [1536, 672],
};
const SCALE = 4;

/** Output tokens of one image at 1K. */
export const IMAGE_TOKENS = 1290;

const NAMED: Readonly<Record<string, Colour>> = {
  red: [214, 48, 49],
  orange: [232, 126, 4],
  yellow: [241, 196, 15],
  green: [39, 174, 96],
  blue: [41, 128, 185],
  purple: [142, 68, 173],
  pink: [232, 67, 147],
  black: [30, 30, 34],
  white: [245, 245, 240],
  brown: [121, 85, 61],
  grey: [127, 140, 141],
};

function mixColours(a: Colour, b: Colour, share: number): Colour {
  const at = (i: 0 | 1 | 2): number => Math.round(a[i] + (b[i] - a[i]) * share);
  return [at(0), at(1), at(2)];
}

/** A picture for a prompt, always the same one: a sky, a ground, a disc, in the colours that the prompt names. */
export async function pictureFor(prompt: string, ratio: string): Promise<string> {
  const random = createRandom(hash(prompt));
  const [wide, high] = SIZES[ratio] ?? [1024, 1024];
  const [width, height] = [wide / SCALE, high / SCALE];
  const said = prompt.toLowerCase().match(/red|orange|yellow|green|blue|purple|pink|black|white|brown|grey/g) ?? [];
  const any = (): Colour => random.pick(Object.values(NAMED) as [Colour, ...Colour[]]);
  const disc = (said[0] && NAMED[said[0]]) || any();
  const sky = (said[1] && NAMED[said[1]]) || mixColours(any(), [255, 255, 255], 0.6);
  const ground = mixColours(any(), [20, 20, 40], 0.4);
  const bands = Array.from({ length: 16 }, (_, i) => mixColours(sky, [255, 255, 255], i / 20));
  const palette: Colour[] = [...bands, disc, ground];
  const horizon = height * (0.6 + random.next() * 0.2);
  const [cx, cy] = [width * (0.3 + random.next() * 0.4), height * (0.3 + random.next() * 0.2)];
  const radius = Math.min(width, height) * (0.15 + random.next() * 0.12);
  const wave = 4 + random.next() * 8;
  const bytes = await png(width, height, palette, (x, y) => {
    if (y > horizon + Math.sin(x / wave / 3) * wave) return 17;
    if ((x - cx) ** 2 + (y - cy) ** 2 < radius ** 2) return 16;
    return Math.min(15, Math.floor((y / horizon) * 15));
  });
  return `data:image/png;base64,${base64(bytes)}`;
}

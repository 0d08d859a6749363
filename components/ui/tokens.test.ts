import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Theme = Map<string, number>;

/** Relative luminance (WCAG 2.2) of an OKLCH colour, through linear sRGB. */
function luminance(lightness: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const fit = (value: number) => Math.min(1, Math.max(0, value));
  const red = fit(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = fit(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = fit(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const read = (css: string): Theme =>
  new Map(
    [...css.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(([, name = '', l, c, h]) => [
      name,
      luminance(Number(l), Number(c), Number(h)),
    ]),
  );

function contrast(theme: Theme, one: string, other: string): number {
  const [a, b] = [theme.get(one), theme.get(other)];
  if (a === undefined || b === undefined) throw new Error(`No token ${one} or ${other}.`);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const [lightCss = '', darkCss = ''] = readFileSync(new URL('tokens.css', import.meta.url), 'utf8').split('.dark {');
const themes = { light: read(lightCss), dark: read(darkCss) };
const grounds = ['canvas', 'surface', 'raised', 'sunken'];
const tones = ['accent', 'success', 'warning', 'danger'];
const tints = tones.map((tone) => `${tone}-tint`);

test('both themes name the same colours', () => {
  expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort());
});

test.each(['light', 'dark'] as const)('%s: text reaches 4.5:1 on every ground', (name) => {
  const theme = themes[name];
  for (const text of ['fg', 'muted', ...tones])
    for (const ground of grounds) expect(contrast(theme, text, ground), `${text} on ${ground}`).toBeGreaterThan(4.5);
  for (const text of ['fg', 'muted', 'accent'])
    for (const tint of tints) expect(contrast(theme, text, tint), `${text} on ${tint}`).toBeGreaterThan(4.5);
  for (const tone of tones) expect(contrast(theme, tone, `${tone}-tint`), tone).toBeGreaterThan(4.5);
  for (const ground of ['accent', 'accent-hover']) expect(contrast(theme, 'on-accent', ground)).toBeGreaterThan(4.5);
});

test.each(['light', 'dark'] as const)('%s: outlines, focus and panes reach 3:1', (name) => {
  const theme = themes[name];
  const drawn = ['edge', 'focus', ...Array.from({ length: 8 }, (_, at) => `pane-${at + 1}`)];
  for (const line of drawn)
    for (const ground of grounds) expect(contrast(theme, line, ground), `${line} on ${ground}`).toBeGreaterThan(3);
});

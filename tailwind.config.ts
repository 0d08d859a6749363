import type { Config } from 'tailwindcss';

/*
 * The only names a class may use. Every colour is a variable of components/ui/tokens.css, so one class serves both themes.
 *
 * Grounds   bg-canvas  bg-surface  bg-raised (what floats)  bg-sunken (wells, code)  bg-hover  bg-active (washes)  bg-overlay (behind dialogs)
 * Lines     border-line (separates)  border-edge (a field's outline, 3:1)  border-rim (a button's, on any ground)
 * Text      text-fg  text-muted  text-accent  text-on-accent
 * Accent    bg-accent  bg-accent-hover  bg-accent-tint  border-accent-line
 * Meaning   success | warning | danger | info, each as text-X  bg-X-tint  border-X-line
 * Panes     bg-pane-1 … bg-pane-8 (also text-, border-, stroke-); always beside a name or a number
 * Type      text-xs 12/16  text-sm 13/18  text-base 14/20  text-lg 16/24  text-xl 20/28  text-2xl 28/36  text-answer 15/24
 * Space     Tailwind's 4 px steps: 1 2 3 4 6 8 12.  h-control 32  h-dense 28  h-touch 44
 * Radius    rounded-control 6  rounded-panel 10  rounded-full.  Shadow  shadow-float  shadow-modal: only on what floats
 * Motion    duration-quick 120 ms  duration-calm 180 ms
 */
const tone = (name: string) => ({
  DEFAULT: `var(--${name})`,
  tint: `var(--${name}-tint)`,
  line: `var(--${name}-line)`,
});

const panes = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [String(at + 1), `var(--pane-${at + 1})`]));

const config: Config = {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  darkMode: ['selector', '.dark'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      inherit: 'inherit',
      canvas: 'var(--canvas)',
      surface: 'var(--surface)',
      raised: 'var(--raised)',
      sunken: 'var(--sunken)',
      hover: 'var(--hover)',
      active: 'var(--active)',
      overlay: 'var(--overlay)',
      line: 'var(--line)',
      edge: 'var(--edge)',
      rim: 'var(--rim)',
      focus: 'var(--focus)',
      fg: 'var(--fg)',
      muted: 'var(--muted)',
      accent: { ...tone('accent'), hover: 'var(--accent-hover)' },
      'on-accent': 'var(--on-accent)',
      success: tone('success'),
      warning: tone('warning'),
      danger: tone('danger'),
      info: tone('accent'),
      pane: panes,
    },
    fontSize: {
      xs: ['0.75rem', { lineHeight: '1rem' }],
      sm: ['0.8125rem', { lineHeight: '1.125rem' }],
      base: ['0.875rem', { lineHeight: '1.25rem' }],
      answer: ['0.9375rem', { lineHeight: '1.5rem' }],
      lg: ['1rem', { lineHeight: '1.5rem' }],
      xl: ['1.25rem', { lineHeight: '1.75rem' }],
      '2xl': ['1.75rem', { lineHeight: '2.25rem' }],
    },
    fontFamily: {
      sans: 'var(--sans)',
      mono: 'var(--mono)',
    },
    borderRadius: {
      none: '0',
      control: '0.375rem',
      panel: '0.625rem',
      full: '9999px',
    },
    boxShadow: {
      none: 'none',
      float: 'var(--shadow-float)',
      modal: 'var(--shadow-modal)',
    },
    extend: {
      spacing: { control: '2rem', dense: '1.75rem', touch: '2.75rem' },
      transitionDuration: { quick: 'var(--quick)', calm: 'var(--calm)' },
      transitionTimingFunction: { out: 'var(--ease)' },
      maxWidth: { measure: '72ch' },
      minWidth: { pane: '22.5rem' },
    },
  },
};

export default config;

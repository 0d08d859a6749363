const trim = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)));

const group = (value: number): string => Math.round(value).toLocaleString('en-US');

/** Tokens: `1,234`, `12.4K`, `1.2M`. */
export function formatTokens(count: number): string {
  if (count < 10_000) return group(count);
  if (count < 999_950) return `${trim(count / 1000, 1)}K`;
  return `${trim(count / 1_000_000, 1)}M`;
}

/** A context length: `128K`, `1M`. Catalogues count in thousands and in 1024s; both read the same. */
export function formatContext(tokens: number | null): string {
  if (tokens === null || tokens <= 0) return 'Unknown';
  const kilo = tokens % 1000 !== 0 && tokens % 1024 === 0 ? 1024 : 1000;
  if (tokens >= kilo * kilo) return `${trim(tokens / kilo / kilo, 2)}M`;
  return tokens >= kilo ? `${trim(tokens / kilo, 0)}K` : String(tokens);
}

/** A time span: `420 ms`, `1.2 s`, `1 m 04 s`. @param ms milliseconds */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, '0')} s`;
}

/** Speed over the generation window. @returns null where the window is too short to mean anything */
export function formatSpeed(tokens: number, windowMs: number): string | null {
  if (tokens < 2 || windowMs < 20) return null;
  const speed = tokens / (windowMs / 1000);
  return `${speed < 10 ? trim(speed, 1) : group(speed)} tok/s`;
}

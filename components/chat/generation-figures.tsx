'use client';
export function GenerationFigures(_: { id: string }) {
  return null;
}

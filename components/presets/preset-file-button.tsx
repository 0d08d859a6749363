'use client';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { words } from './words';

/** Asks for a file that *Share* wrote. */
export function PresetFileButton({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={words.file.label}
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
        }}
      />
      <Button variant="ghost" className="me-auto" onClick={() => input.current?.click()}>
        {words.file.open}
      </Button>
    </>
  );
}

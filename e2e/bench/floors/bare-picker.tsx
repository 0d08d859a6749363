'use client';
// oxlint-disable-next-line no-restricted-imports -- it is no test but a page of its own
import { useEffect, useRef, useState } from 'react';

// The floor of the picker: a dialog with a box, and as many of 450 names under it as hold what is written.

const WORDS = ['swift', 'sonnet', 'large', 'coder', 'vision'];
const NAMES = Array.from({ length: 450 }, (_, at) => `maker-${at % 9}/${WORDS[at % 5]}-${1 + (at % 10)}-${at}b`);
const SHOWN = 60;

function List({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const found = NAMES.filter((name) => name.includes(query.trim())).slice(0, SHOWN);
  return (
    <dialog ref={dialog} aria-label="Models" onClose={onClose}>
      <input aria-label="Search models" value={query} onChange={(event) => setQuery(event.target.value)} />
      <ul data-list style={{ height: 500, overflow: 'auto' }}>
        {found.map((name) => (
          <li key={name} style={{ height: 44 }}>
            {name}
          </li>
        ))}
      </ul>
    </dialog>
  );
}

// oxlint-disable-next-line import/no-default-export -- Next asks for it
export default function Page() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.key !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return open ? <List onClose={() => setOpen(false)} /> : <p>Ready</p>;
}

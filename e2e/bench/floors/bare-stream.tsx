'use client';
// oxlint-disable-next-line no-restricted-imports -- it is no test but a page of its own
import { type KeyboardEvent, useRef } from 'react';

// The floor of an answer: its text as it comes, in text nodes, with the end in view. The query says how many panes,
// of which model, and how many tokens.

async function follow(box: HTMLElement, content: string, query: URLSearchParams): Promise<void> {
  const answer = await fetch('/api/raw', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      model: query.get('model'),
      max_tokens: Number(query.get('tokens')),
      stream: true,
      messages: [{ role: 'user', content }],
    }),
  });
  const decoder = new TextDecoder();
  let rest = '';
  const reader = answer.body?.getReader();
  if (!reader) return;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('data: {')) continue;
      const { choices } = JSON.parse(line.slice(6)) as { choices: { delta: { content?: string } }[] };
      const piece = choices[0]?.delta.content;
      if (piece) box.append(piece);
    }
    requestAnimationFrame(() => box.scrollTo({ top: box.scrollHeight }));
  }
}

// oxlint-disable-next-line import/no-default-export -- Next asks for it
export default function Page() {
  const boxes = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !boxes.current) return;
    event.preventDefault();
    const query = new URLSearchParams(location.search);
    const [text, panes] = [event.currentTarget.value, Number(query.get('panes'))];
    event.currentTarget.value = '';
    for (const [at, box] of [...boxes.current.children].entries()) {
      box.toggleAttribute('hidden', at >= panes);
      if (at >= panes) continue;
      box.append(`\n${text}\n`);
      void follow(box as HTMLElement, text, query);
    }
  };
  return (
    <>
      <div ref={boxes} style={{ display: 'flex', height: 600 }}>
        {Array.from({ length: 8 }, (_, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- they never move
          <div key={at} role="log" style={{ flex: 1, overflow: 'auto', whiteSpace: 'pre-wrap' }} />
        ))}
      </div>
      <textarea aria-label="Message" onKeyDown={onKeyDown} />
    </>
  );
}

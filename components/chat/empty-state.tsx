'use client';
import { Columns2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { words } from './words-first';

/** A sentence and four prompts that tell models apart. */
export function EmptyState({
  onPrompt,
  onCompare,
}: {
  onPrompt: (prompt: string) => void;
  /** Adds a model beside; absent where there are several already. */
  onCompare: (() => void) | undefined;
}) {
  const { title, text, prompts } = words.empty;
  return (
    <div className="flex grow flex-col justify-center py-8">
      <h2 className="text-xl font-semibold text-balance">{title}</h2>
      <p className="mt-1 text-muted">{text}</p>
      <ul className="mt-6 grid grid-cols-[repeat(auto-fit,minmax(min(18rem,100%),1fr))] gap-2">
        {prompts.map(({ title, prompt }) => (
          <li key={title}>
            <button
              type="button"
              onClick={() => onPrompt(prompt)}
              className="h-full w-full rounded-panel border border-line bg-surface p-3 text-start transition-colors duration-quick hover:bg-hover"
            >
              <span className="block text-sm font-medium">{title}</span>
              <span className="mt-0.5 line-clamp-2 block text-sm text-muted">{prompt}</span>
            </button>
          </li>
        ))}
      </ul>
      {onCompare && (
        <Button className="mt-4 self-start" icon={<Columns2 size={16} aria-hidden />} onClick={onCompare}>
          {words.empty.compare}
        </Button>
      )}
    </div>
  );
}

'use client';
import { words } from './words';

/** A sentence and four prompts that tell models apart. */
export function EmptyState({ onPrompt }: { onPrompt: (prompt: string) => void }) {
  const { title, text, prompts } = words.empty;
  return (
    <div className="flex grow flex-col justify-center py-8">
      <h2 className="text-xl font-semibold text-balance">{title}</h2>
      <p className="mt-1 text-muted">{text}</p>
      <ul className="mt-6 grid gap-2 sm:grid-cols-2">
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
    </div>
  );
}

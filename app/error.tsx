'use client';

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <main className="mx-auto max-w-md p-8">
      <h1 className="text-xl font-semibold">The playground ran into an error of its own.</h1>
      <p className="mt-2 text-muted">Your conversation and your draft are kept on this device.</p>
      <button type="button" onClick={reset} className="mt-4 text-accent underline">
        Try again
      </button>
    </main>
  );
}

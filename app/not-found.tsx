import Link from 'next/link';

export default function NotFound() {
  return (
    <main className="mx-auto max-w-md p-8">
      <h1 className="text-xl font-semibold">There is nothing at this address.</h1>
      <p className="mt-2">
        <Link href="/" className="text-accent underline">
          Go to the playground
        </Link>
      </p>
    </main>
  );
}

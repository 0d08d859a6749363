import { connection } from 'next/server';
import { Playground } from '@/components/playground/playground';
import { isDemo } from '@/lib/server/health';

export default async function Page() {
  // The upstream is chosen at run time, so nothing of this page may be made at build time.
  await connection();
  return <Playground demo={isDemo()} />;
}

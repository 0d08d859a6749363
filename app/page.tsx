import { headers } from 'next/headers';
import { Playground } from '@/components/playground/playground';
import { isDemo } from '@/lib/server/health';

export default async function Page() {
  // Which upstream answers depends on whose key it is: nothing of this page may be made at build time.
  return <Playground demo={await isDemo(await headers())} />;
}

import { simulate } from '@/lib/simulator/simulate';
import { inDemo } from '@/lib/server/health';

// The simulator over HTTP, for curl and SDKs: base URL <origin>/api/simulator/api/v1. In demo mode only.
export const maxDuration = 300;

export const GET = inDemo(simulate);
export const POST = GET;
export const OPTIONS = GET;

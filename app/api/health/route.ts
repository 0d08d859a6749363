import { getHealth } from '@/lib/server/health';
import { methodNotAllowed } from '@/lib/server/refuse';

export const GET = getHealth;
export const POST = methodNotAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;

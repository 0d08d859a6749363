import { getGeneration } from '@/lib/server/generation';
import { methodNotAllowed } from '@/lib/server/refuse';

export const GET = getGeneration;
export const POST = methodNotAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;

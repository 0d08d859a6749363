import { getEndpoints } from '@/lib/server/endpoints';
import { methodNotAllowed } from '@/lib/server/refuse';

export const GET = getEndpoints;
export const POST = methodNotAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;

import { deleteKey, getKey, putKey } from '@/lib/server/key';
import { methodNotAllowed } from '@/lib/server/refuse';

export const GET = getKey;
export const PUT = putKey;
export const DELETE = deleteKey;
export const POST = methodNotAllowed('GET, PUT, DELETE');
export const PATCH = POST;

import { getModels } from '@/lib/server/catalogue';
import { methodNotAllowed } from '@/lib/server/refuse';

export const GET = getModels;
export const POST = methodNotAllowed('GET');
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;

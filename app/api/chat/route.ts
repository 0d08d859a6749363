import { deleteChat, postChat } from '@/lib/server/chat';
import { methodNotAllowed } from '@/lib/server/refuse';

/** Seconds that a serverless host lets an answer take. */
export const maxDuration = 300;

export const POST = postChat;
export const DELETE = deleteChat;
export const GET = methodNotAllowed('POST, DELETE');
export const PUT = GET;
export const PATCH = GET;

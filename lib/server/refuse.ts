import 'server-only';
import { failure, type Failure } from '@/lib/core/failure';

/** A Failure as our own HTTP answer. @param headers for example `Allow` or `Retry-After` */
export const refuse = (failed: Failure, headers: Record<string, string> = {}): Response =>
  Response.json(
    { failure: failed },
    { status: failed.status ?? 500, headers: { 'cache-control': 'no-store', ...headers } },
  );

/** What we refuse ourselves: a sentence and the status that goes with it. */
export const refusal = (status: number, code: string, sentence: string): Failure =>
  failure('refused', sentence, { status, code });

/** For the methods that a route does not have. @param allowed for example `POST, DELETE` */
export const methodNotAllowed =
  (allowed: string): (() => Response) =>
  () =>
    refuse(refusal(405, 'method_not_allowed', `This address takes ${allowed} only.`), { allow: allowed });

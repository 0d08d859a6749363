import 'client-only';

/**
 * What one of our own routes answers.
 * @param field what the answer must hold
 * @throws an Error with the Failure's sentence and its status, or with `otherwise`
 */
export async function askServer<T extends object>(
  path: string,
  field: keyof T & string,
  otherwise: string,
  init?: RequestInit,
): Promise<T> {
  const response = await fetch(path, init);
  const body = (await response.json().catch(() => ({}))) as Partial<T> & { failure?: { message: string } };
  if (response.ok && body[field] !== undefined) return body as T;
  throw Object.assign(new Error(body.failure?.message ?? otherwise), { status: response.status });
}

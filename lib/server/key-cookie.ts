import 'server-only';
import { getIronSession, type IronSession, webCookies } from 'iron-session';
import { sessionSecret } from './secret';

const NAME = 'openrouter-playground-key';
/** Seconds. Each time a key is saved it begins anew. */
const MAX_AGE = 60 * 24 * 60 * 60;

interface Opened {
  session: IronSession<{ key: string }>;
  /** There is a cookie, and it cannot be opened: tampered with, too old, or sealed with another secret. */
  unreadable: boolean;
  /** Takes the `Set-Cookie` of what is done to the session. */
  headers: Headers;
}

const cameByHttps = (request: Request): boolean =>
  request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase() === 'https';

async function open(request: Request): Promise<Opened> {
  const headers = new Headers();
  let unreadable = false;
  const session = await getIronSession<{ key: string }>(webCookies(request, headers), {
    cookieName: NAME,
    password: sessionSecret(),
    ttl: MAX_AGE,
    cookieOptions: { httpOnly: true, sameSite: 'lax', path: '/', secure: cameByHttps(request) },
    onUnsealError: () => {
      unreadable = true;
    },
  });
  return { session, unreadable, headers };
}

// Most visitors have none: their requests cost no cryptography.
const hasCookie = (request: Request): boolean => request.headers.get('cookie')?.includes(`${NAME}=`) ?? false;

/** The visitor's own key, or null; a cookie that cannot be opened counts as none. */
export async function readKey(request: Request): Promise<string | null> {
  if (!hasCookie(request)) return null;
  const { key } = (await open(request)).session;
  return typeof key === 'string' && key !== '' ? key : null;
}

/** @returns the header that puts the sealed key into the visitor's browser, where no script can read it */
export async function keepKey(request: Request, key: string): Promise<Headers> {
  const { session, headers } = await open(request);
  session.key = key;
  await session.save();
  return headers;
}

/** @returns the header that takes it out again */
export async function dropKey(request: Request): Promise<Headers> {
  const { session, headers } = await open(request);
  session.destroy();
  return headers;
}

/** Takes a cookie that cannot be opened out of the browser, with whatever is answered. */
export async function clearUnreadable(request: Request, response: Response): Promise<Response> {
  if (!hasCookie(request)) return response;
  const { session, unreadable, headers } = await open(request);
  if (!unreadable) return response;
  session.destroy();
  for (const cookie of headers.getSetCookie()) response.headers.append('set-cookie', cookie);
  return response;
}

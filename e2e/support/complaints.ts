import { type BrowserContext, type ConsoleMessage, expect, type Request } from '@playwright/test';

/** What a page is expected to say where Stop, a cap or a reload ends the connection of a run. */
export const BROKEN_OFF = /request failed: POST \/api\/chat net::ERR_ABORTED/;

const LOCAL = new Set(['127.0.0.1', 'localhost']);

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

const placeOf = (url: string): string => (URL.canParse(url) ? `${pathOf(url)}${new URL(url).search}` : url);

/**
 * Everything that a page should not have said or done: an error or a warning in the console, an error nobody caught, a
 * request that failed, and a request to another machine.
 */
export class Complaints {
  readonly #heard: string[] = [];
  readonly #allowed: RegExp[] = [];

  constructor(context: BrowserContext) {
    context.on('console', (message: ConsoleMessage) => {
      if (!['error', 'warning', 'assert'].includes(message.type())) return;
      this.#heard.push(`console ${message.type()}: ${message.text()} (${pathOf(message.location().url)})`);
    });
    context.on('weberror', (error) => this.#heard.push(`page error: ${error.error().message}`));
    context.on('requestfailed', (request: Request) => {
      // A page that goes away breaks off what it was loading: scripts, the list of models, and what the router loads ahead.
      const loads = /^\/_next\/|^\/api\/models$|[?&]_rsc=/.test(placeOf(request.url())) && request.method() === 'GET';
      if (loads && request.failure()?.errorText === 'net::ERR_ABORTED') return;
      this.#heard.push(`request failed: ${request.method()} ${pathOf(request.url())} ${request.failure()?.errorText}`);
    });
    context.on('request', (request: Request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && !LOCAL.has(url.hostname)) this.#heard.push(`left for ${url.hostname}`);
    });
  }

  /** States beforehand what this errand makes the page say; what was allowed and never came fails the errand too. */
  expect(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** Fails for what was heard and not allowed, and for what was allowed and not heard. */
  check(): void {
    const unexpected = this.#heard.filter((text) => !this.#allowed.some((pattern) => pattern.test(text)));
    expect(unexpected, 'what the page should not have said').toEqual([]);
    const silent = this.#allowed.filter((pattern) => !this.#heard.some((text) => pattern.test(text)));
    expect(silent.map(String), 'what the page was expected to say and did not').toEqual([]);
  }
}

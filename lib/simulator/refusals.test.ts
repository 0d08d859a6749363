import { describe, expect, it } from 'vitest';
import { findRow } from './catalogue/catalogue';
import { endpointsOf } from './catalogue/endpoints';
import { refusalOf } from './faults/refusals';
import { SENTINELS } from './sentinels';
import { ask, dig, shape, timelessContext, userSays } from './test-client';

describe('refusals', () => {
  const refused = (more: string): string => `{error{message,code${more}}}`;
  const named = (more: string): string => `{error{message,code${more}},user_id}`;
  const missing = (more: string): string =>
    refused(`,metadata{error_type},availability{code,retryable,requested_models[]${more},docs_url}`);
  const unavailable = refused(
    ',metadata{error_type},availability{code,retryable,retry_after,requested_models[],docs_url}',
  );
  const BODIES: [model: string, body: string, headers: Record<string, string>][] = [
    ['simulator/400', named(',metadata{error_type}'), {}],
    ['simulator/401', refused(''), {}],
    ['simulator/402', named(',metadata{limit_source,remedy_hint,provider_name}'), {}],
    ['simulator/402-in-flight', refused(',metadata{reason,limit_source}'), { 'retry-after': '120' }],
    ['simulator/403-moderation', named(',metadata{reasons[],flagged_input,provider_name,model_slug}'), {}],
    ['simulator/403-guardrail', refused(',metadata{patterns[]}'), {}],
    ['simulator/403-key-limit', refused(''), {}],
    ['simulator/403-region', missing(',excluded_by[]'), {}],
    ['simulator/404-no-endpoints', missing(''), {}],
    ['simulator/404-deprecated', missing(',fallback_models[]'), {}],
    ['simulator/404-upstream', missing(',affected_providers[]'), {}],
    ['simulator/404-privacy', missing(',excluded_by[]'), {}],
    ['simulator/404-filtered', missing(',excluded_by[],constraint{field,detail}'), {}],
    ['simulator/404-free-ended', missing(',fallback_models[]'), {}],
    ['simulator/408', refused(',metadata{error_type}'), {}],
    [
      'simulator/429',
      named(',metadata{headers{X-RateLimit-Limit,X-RateLimit-Remaining,X-RateLimit-Reset},limit_source,provider_name}'),
      { 'x-ratelimit-limit': '50', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1787443200000' },
    ],
    ['simulator/429-provider', named(',metadata{raw,provider_name,is_byok,limit_source}'), {}],
    [
      'simulator/429-capacity',
      refused(
        ',availability{code,retryable,retry_after,requested_models[],affected_providers[],fallback_models[],docs_url},metadata{error_type,previous_errors[{provider,code,status}]}',
      ),
      { 'retry-after': '25' },
    ],
    ['simulator/500', refused(',metadata{error_type}'), {}],
    ['simulator/502', refused(',metadata{provider_name,raw,error_type,provider_code}'), {}],
    ['simulator/503', unavailable, { 'retry-after': '15' }],
    ['simulator/529', refused(',metadata{provider_name,raw,error_type}'), {}],
    ['simulator/down', unavailable, { 'retry-after': '15' }],
  ];

  it('are all looked at', () => {
    const refusing = SENTINELS.filter(({ id }) => {
      const row = findRow(id);
      const endpoints = row ? endpointsOf(row) : [];
      expect(endpoints.length, id).toBeGreaterThan(0);
      return endpoints.every((endpoint) => refusalOf(endpoint, { now: 0, asked: Infinity, flagged: '' }));
    });
    expect(BODIES.map(([id]) => id).toSorted()).toEqual(refusing.map(({ id }) => id).toSorted());
  });

  it.each(BODIES)('%s has the body and the headers of its kind', async (model, body, headers) => {
    const { json, response } = await ask(timelessContext(), { model });
    expect(shape(json)).toBe(body);
    const told = [...response.headers].filter(([name]) => /^(?:retry-after|x-ratelimit)/.test(name));
    expect(Object.fromEntries(told)).toEqual(headers);
  });

  it('say how many tokens were asked for, and quote what was flagged', async () => {
    const poor = await ask(timelessContext(), { model: 'simulator/402', max_tokens: 16_000 });
    expect(dig(poor.json, 'error', 'message')).toContain('asked 16000, affordable 2210');
    const few = await ask(timelessContext(), { model: 'simulator/402', max_tokens: 2210 });
    expect([few.response.status, dig(few.json, 'choices', 0, 'finish_reason')]).toEqual([200, 'stop']);
    const more = await ask(timelessContext(), { model: 'simulator/402', max_tokens: 2211 });
    expect(dig(more.json, 'error', 'message')).toContain('asked 2211, affordable 2210');
    const long = await ask(timelessContext(), {
      model: 'simulator/403-moderation',
      messages: userSays(`start ${'x'.repeat(500)} end`),
    });
    const flagged = String(dig(long.json, 'error', 'metadata', 'flagged_input'));
    expect(flagged).toMatch(/^start .* end$/);
    expect(flagged.length).toBeLessThanOrEqual(100);
  });
});

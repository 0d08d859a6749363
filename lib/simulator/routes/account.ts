import { isJsonObject, type Json } from '@/lib/core/json';
import { usdToNumber } from '@/lib/core/money';
import type { SimulatorContext } from '@/lib/simulator/context';
import { SENTINEL_KEYS } from '@/lib/simulator/sentinels';
import { errorResponse, jsonResponse, wireError } from '@/lib/simulator/wire-error';
import { worldOf } from '@/lib/simulator/world';

const USER = 'user_2simulator00000000000000';
const LIMIT = 20;

const rounded = (value: number): number => Math.round(value * 1e10) / 1e10;

/** GET /key (§10.2): a balance that goes down as the simulator is used, or one that is used up. */
export function key(bearer: string, context: SimulatorContext): Response {
  const spent = SENTINEL_KEYS.find(({ ends, status }) => status !== 401 && bearer.endsWith(ends));
  // Such a key is still known, and this is where its owner sees that nothing is left.
  const used = spent ? LIMIT : usdToNumber(worldOf(context).spent);
  const usage = rounded(used);
  const byok = rounded(usdToNumber(worldOf(context).byokSpent));
  return jsonResponse(200, {
    data: {
      label: `${bearer.slice(0, 12)}...${bearer.slice(-3)}`,
      limit: LIMIT,
      limit_remaining: rounded(Math.max(0, LIMIT - used)),
      limit_reset: spent ? spent.resets : 'monthly',
      include_byok_in_limit: false,
      usage,
      usage_daily: usage,
      usage_weekly: usage,
      usage_monthly: usage,
      byok_usage: byok,
      byok_usage_daily: byok,
      byok_usage_weekly: byok,
      byok_usage_monthly: byok,
      is_free_tier: false,
      is_management_key: false,
      is_provisioning_key: false,
      creator_user_id: USER,
      expires_at: null,
      rate_limit: { requests: -1, interval: '10s', note: 'deprecated' },
      // Newer than the samples (§15), and the official SDK insists on them.
      free_model_daily_requests: { limit: 1000, remaining: 1000, used: 0 },
      allowed_data_regions: ['global'],
      organization_id: null,
      workspace_id: '00000000-0000-4000-8000-000000000000',
    },
  });
}

/** GET /generation?id= (§10.1): 404 until the answer has been booked for a moment. */
export function generation(url: URL, context: SimulatorContext): Response {
  const id = url.searchParams.get('id');
  if (!id) return errorResponse(wireError(400, 'Invalid input: id is required'));
  const record = worldOf(context).generations.get(id);
  if (!record || record.visibleFrom > context.now()) return errorResponse(wireError(404, `Generation ${id} not found`));
  return jsonResponse(200, { data: record.data });
}

const BAD_CODE = { error: { code: 403, message: 'Invalid code or code_verifier' } };

/**
 * POST /auth/keys (§10.3). Any code works once; one that begins with `bad` never does. A verifier must have the length
 * that PKCE asks for, since the simulator has not seen the challenge.
 */
export async function exchangeCode(incoming: Request, context: SimulatorContext): Promise<Response> {
  let body: Json = null;
  try {
    body = (await incoming.json()) as Json;
  } catch {
    // Falls through to the same answer as a body without a code.
  }
  if (!isJsonObject(body) || typeof body.code !== 'string')
    return errorResponse(wireError(400, 'Invalid input: code is required'));
  const { code, code_verifier: verifier, code_challenge_method: method } = body;
  if (method !== undefined && method !== 'S256' && method !== 'plain')
    return errorResponse(wireError(400, 'Invalid code_challenge_method'));
  const { usedCodes } = worldOf(context);
  const short = typeof verifier === 'string' && (verifier.length < 43 || verifier.length > 128);
  if (code.startsWith('bad') || usedCodes.has(code) || short) return jsonResponse(403, BAD_CODE);
  usedCodes.add(code);
  return jsonResponse(200, { key: `sk-or-v1-simulated-${code}`, user_id: USER });
}

import 'client-only';
import type { KeyInForce } from '@/lib/core/credential';
import { askServer } from './ask-server';
import { catalogueQuery } from './catalogue-query';
import { allEndpointsKey } from './known-endpoints';
import { destinationQuery, keyQuery } from './queries';
import { queryClient } from './query-client';

/** Another key may mean another upstream, with other models at other prices. */
function settle(state: KeyInForce): void {
  const client = queryClient();
  const known = client.getQueryData(catalogueQuery.queryKey);
  client.setQueryData(keyQuery.queryKey, state);
  void client.invalidateQueries({ queryKey: destinationQuery.queryKey });
  const models = { queryKey: catalogueQuery.queryKey };
  const endpoints = { queryKey: allEndpointsKey };
  if (known && known.upstream !== state.upstream) {
    void client.resetQueries(endpoints);
    void client.resetQueries(models);
  } else {
    void client.invalidateQueries(endpoints);
    void client.invalidateQueries(models);
  }
}

const OTHERWISE = 'The server did not answer as expected.';

/** Has a key checked and kept by the server; it stays nowhere else. @throws an Error with the sentence that tells why not */
export async function saveKey(key: string): Promise<void> {
  const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key }) };
  settle(await askServer<KeyInForce>('/api/key', 'owner', OTHERWISE, init));
}

/** Has the server forget the visitor's key. @throws an Error with the sentence that tells why not */
export async function forgetKey(): Promise<void> {
  settle(await askServer<KeyInForce>('/api/key', 'owner', OTHERWISE, { method: 'DELETE' }));
}

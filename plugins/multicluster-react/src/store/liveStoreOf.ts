import { SignalApi } from '@backstage/plugin-signals-react';
import { LiveStore } from './LiveStore';

const stores = new WeakMap<object, LiveStore>();

/**
 * The store that belongs to an API instance: shared by all cards of an app, and gone with it.
 *
 * @internal
 */
export function liveStoreOf(
  api: object,
  signals: SignalApi | undefined,
): LiveStore {
  let store = stores.get(api);
  if (!store) {
    store = LiveStore.create({ signals });
    stores.set(api, store);
  }
  return store;
}

import { SignalApi } from '@backstage/plugin-signals-react';
import { MulticlusterApi } from '@fairway/backstage-plugin-multicluster-common';
import { LiveStore } from './LiveStore';

const stores = new WeakMap<MulticlusterApi, LiveStore>();

/**
 * The store that belongs to an API instance: shared by all cards of an app, and gone with it.
 *
 * @internal
 */
export function liveStoreOf(
  api: MulticlusterApi,
  signals: SignalApi | undefined,
): LiveStore {
  let store = stores.get(api);
  if (!store) {
    store = LiveStore.create({ signals });
    stores.set(api, store);
  }
  return store;
}

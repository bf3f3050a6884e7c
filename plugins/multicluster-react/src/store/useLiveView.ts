import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { MulticlusterApi } from '@fairway/backstage-plugin-multicluster-common';
import { useMemo, useSyncExternalStore } from 'react';
import { multiclusterApiRef } from '../api';
import { LivePoll } from './LivePoll';
import { LiveResult } from './LiveResult';
import { LiveSnapshot } from './LiveSnapshot';
import { liveStoreOf } from './liveStoreOf';

const NOTHING: LiveSnapshot<never> = { status: 'loading' };
const subscribeToNothing = () => () => {};
const getNothing = () => NOTHING;
const doNothing = () => {};

/**
 * Looks at a view of the back end for as long as the component is mounted.
 *
 * @param key - names the view and everything that changes its answer; undefined reads nothing
 * @param read - reads it; the one of the first component that names the key is used
 * @param poll - how often to read: a number where no hint announces changes, a function where hints do
 * @internal
 */
export function useLiveView<T>(
  key: string | undefined,
  read: (
    api: MulticlusterApi,
    previous: T | undefined,
    signal: AbortSignal,
  ) => Promise<T>,
  poll?: LivePoll<T>,
): LiveResult<T> {
  const api = useApi(multiclusterApiRef);
  const signals = useApiHolder().get(signalApiRef);
  const view =
    key === undefined
      ? undefined
      : liveStoreOf(api, signals).view<T>(
          key,
          (previous, signal) => read(api, previous, signal),
          poll,
        );
  const snapshot: LiveSnapshot<T> = useSyncExternalStore(
    view?.subscribe ?? subscribeToNothing,
    view?.getSnapshot ?? getNothing,
  );
  const refresh = view?.refresh ?? doNothing;
  return useMemo(() => ({ ...snapshot, refresh }), [snapshot, refresh]);
}

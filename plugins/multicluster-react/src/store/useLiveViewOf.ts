import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useMemo, useSyncExternalStore } from 'react';
import { LivePoll } from './LivePoll';
import { LiveResult } from './LiveResult';
import { LiveSnapshot } from './LiveSnapshot';
import { liveStoreOf } from './liveStoreOf';

const NOTHING: LiveSnapshot<never> = { status: 'loading' };
const subscribeToNothing = () => () => {};
const getNothing = () => NOTHING;
const doNothing = () => {};

/**
 * Looks at a view of an API of the back end for as long as the component is mounted.
 *
 * @param api - the instance; views of it are shared by all components
 * @param key - names the view and everything that changes its answer; undefined reads nothing
 * @param read - reads it; the one of the first component that names the key is used
 * @param poll - how often to read: a number where no hint announces changes, a function where hints do
 * @internal
 */
export function useLiveViewOf<A extends object, T>(
  api: A,
  key: string | undefined,
  read: (api: A, previous: T | undefined, signal: AbortSignal) => Promise<T>,
  poll?: LivePoll<T>,
): LiveResult<T> {
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

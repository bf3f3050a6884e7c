import { useApi } from '@backstage/core-plugin-api';
import { MulticlusterApi } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterApiRef } from '../api';
import { LivePoll } from './LivePoll';
import { LiveResult } from './LiveResult';
import { useLiveViewOf } from './useLiveViewOf';

/**
 * Looks at a view of what is observed, see {@link useLiveViewOf}.
 *
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
  return useLiveViewOf(useApi(multiclusterApiRef), key, read, poll);
}

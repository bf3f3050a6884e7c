import { useApi } from '@backstage/core-plugin-api';
import { StopList } from '@fairway/backstage-plugin-multicluster-common';
import { approvalsApiRef } from '../api';
import { LiveResult } from '../store';
import { useLiveViewOf } from '../store/useLiveViewOf';

const POLL_MS = 10_000;

/**
 * What holds decisions at present, and whether the reader may do so.
 *
 * @public
 */
export function useStops(): LiveResult<StopList> {
  return useLiveViewOf(
    useApi(approvalsApiRef),
    'stops',
    (api, _previous: StopList | undefined, signal) => api.listStops({ signal }),
    POLL_MS,
  );
}

import { LogRequest } from '@fairway/backstage-plugin-multicluster-common';
import { LogResult, useFollowedLog } from './useFollowedLog';

/**
 * Follows the log of a container for as long as the component is mounted.
 *
 * @param request - undefined follows nothing, and has no lines
 * @param options - `paused` keeps what is on the screen still while the log is read on
 * @public
 */
export function useLog(
  request: LogRequest | undefined,
  options: { paused?: boolean } = {},
): LogResult {
  return useFollowedLog(
    request && JSON.stringify(request),
    (api, signal) => api.readLog(request!, { signal }),
    options.paused ?? false,
  );
}

import { StageLogQuery } from '@fairway/backstage-plugin-multicluster-common';
import { LogResult, useFollowedLog } from './useFollowedLog';

/**
 * Follows the log of a stage, or of one of its steps, for as long as the component is mounted.
 *
 * @param query - undefined follows nothing, and has no lines
 * @param options - `paused` keeps what is on the screen still while the log is read on
 * @public
 */
export function useStageLog(
  query: StageLogQuery | undefined,
  options: { paused?: boolean } = {},
): LogResult {
  return useFollowedLog(
    query && JSON.stringify(query),
    (api, signal) => api.readStageLog(query!, { signal }),
    options.paused ?? false,
  );
}

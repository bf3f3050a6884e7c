import { useApi } from '@backstage/core-plugin-api';
import { AuditReport } from '@fairway/backstage-plugin-multicluster-common';
import { approvalsApiRef } from '../api';
import { LiveResult } from '../store';
import { useLiveViewOf } from '../store/useLiveViewOf';

/** A report looks at a period that mostly lies behind: nobody waits for its next second. */
const POLL_MS = 300_000;

/**
 * Every change of content in a period, and how it came to be.
 *
 * @param request - undefined reads nothing; times are ISO 8601
 * @public
 */
export function useAuditReport(
  request:
    | { environment?: string; from: string; to: string; cursor?: string }
    | undefined,
): LiveResult<AuditReport> {
  return useLiveViewOf(
    useApi(approvalsApiRef),
    request && `audit:${JSON.stringify(request)}`,
    (api, _previous: AuditReport | undefined, signal) =>
      api.getAuditReport(request!, { signal }),
    POLL_MS,
  );
}

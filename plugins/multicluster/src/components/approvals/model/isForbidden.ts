import { errorStatus } from '@fairway/backstage-plugin-multicluster-react';

/** Whether the reader may not see it, as opposed to that nobody could read it now. @internal */
export function isForbidden(error: Error | undefined): boolean {
  const status = errorStatus(error);
  return status === 401 || status === 403;
}

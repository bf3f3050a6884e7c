import { errorStatus } from './errorStatus';

/** Whether an answer says that its reader may see no more of it, or that it is there no more: nothing of it stays as "last known". @internal */
export function isLost(error: unknown): boolean {
  const status = errorStatus(error);
  return status === 401 || status === 403 || status === 404;
}

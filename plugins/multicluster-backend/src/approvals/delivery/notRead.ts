import { RequestRecord } from '../model/RequestRecord';

/**
 * What is thrown for a run that the portal does not have, because what it stores of a source was emptied: it is read again, and
 * that it is not here says nothing of how it stands there.
 */
export function notRead({ source }: Pick<RequestRecord, 'source'>): Error {
  return new Error(`its run was not read from ${source} again yet`);
}

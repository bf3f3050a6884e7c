import { RequestRecord } from '../model/RequestRecord';

/** What `If-Match` takes, without quotes. */
export function etagOf(
  request: Pick<RequestRecord, 'id' | 'generation' | 'version'>,
): string {
  return `${request.id}.${request.generation}.${request.version}`;
}

import { RequestRecord } from '../model/RequestRecord';
import { StopRecord } from './StopRecord';

/**
 * The stop that holds a request: everything that its scope names must be the request's; one that names nothing holds all. A request
 * that reaches several environments is held by a stop of any.
 */
export function findStop(
  stops: readonly StopRecord[],
  request: Pick<RequestRecord, 'environment' | 'source' | 'entities'> & {
    detail?: Pick<RequestRecord['detail'], 'environments'>;
  },
): StopRecord | undefined {
  return stops.find(
    ({ environment, source, entityRef }) =>
      (environment === undefined ||
        environment === request.environment ||
        request.detail?.environments?.includes(environment)) &&
      (source === undefined || source === request.source) &&
      (entityRef === undefined ||
        request.entities.some(entity => entity.entityRef === entityRef)),
  );
}

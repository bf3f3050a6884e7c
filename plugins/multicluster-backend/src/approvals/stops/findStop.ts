import { RequestRecord } from '../model/RequestRecord';
import { StopRecord } from './StopRecord';

/** The stop that holds a request: everything that its scope names must be the request's; one that names nothing holds all. */
export function findStop(
  stops: readonly StopRecord[],
  request: Pick<RequestRecord, 'environment' | 'source' | 'entities'>,
): StopRecord | undefined {
  return stops.find(
    ({ environment, source, entityRef }) =>
      (environment === undefined || environment === request.environment) &&
      (source === undefined || source === request.source) &&
      (entityRef === undefined ||
        request.entities.some(entity => entity.entityRef === entityRef)),
  );
}

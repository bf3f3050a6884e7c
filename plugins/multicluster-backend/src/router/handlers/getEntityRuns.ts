import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityRuns } from '@fairway/backstage-plugin-multicluster-common';
import { entityView } from '../../hints/viewNames';
import { EntityRunsRequest } from '../../service/RunService';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

type Path = { namespace: string; kind: string; name: string };

/** `GET /v1/entities/{namespace}/{kind}/{name}/runs` */
export function getEntityRuns(options: RouterOptions) {
  return viewHandler<EntityRuns, Path, EntityRunsRequest>(options, {
    eventId: 'run-fetch',
    meta: path => ({
      queryType: 'entity',
      entityRef: stringifyEntityRef(path),
    }),
    view: path => entityView(stringifyEntityRef(path)),
    read: (path, query, asking) =>
      options.runs.entityRuns(stringifyEntityRef(path), query, asking),
  });
}

import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityTopology } from '@fairway/backstage-plugin-multicluster-common';
import { entityView } from '../../hints/viewNames';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

type Path = { namespace: string; kind: string; name: string };

/** `GET /v1/entities/{namespace}/{kind}/{name}/topology` */
export function getEntityTopology(options: RouterOptions) {
  return viewHandler<EntityTopology, Path>(options, {
    eventId: 'topology-fetch',
    meta: path => ({ entityRef: stringifyEntityRef(path) }),
    view: path => entityView(stringifyEntityRef(path)),
    read: (path, _query, asking) =>
      options.topology.entityTopology(stringifyEntityRef(path), asking),
  });
}

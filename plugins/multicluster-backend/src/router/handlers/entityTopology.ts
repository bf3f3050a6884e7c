import { stringifyEntityRef } from '@backstage/catalog-model';
import { Request, Response } from 'express';
import { viewerKey } from '../../permissions/viewerKey';
import { EntityTopology } from '@fairway/backstage-plugin-multicluster-common';
import { audited } from '../audited';
import { respond } from '../respond';
import { RouterOptions } from '../RouterOptions';

/** `GET /v1/entities/{namespace}/{kind}/{name}/topology` */
export function entityTopology(options: RouterOptions) {
  return async (
    req: Request<{ namespace: string; kind: string; name: string }>,
    res: Response,
  ): Promise<void> => {
    const entityRef = stringifyEntityRef(req.params);
    await audited(
      options.auditor,
      { eventId: 'topology-fetch', request: req, meta: { entityRef } },
      async () => {
        const credentials = await options.httpAuth.credentials(req);
        const view = await options.topology.entityTopology(entityRef, {
          credentials,
        });
        respond<EntityTopology>(req, res, view, {
          scope: viewerKey(credentials),
          hint: options.hints.of(`entity:${entityRef}`),
        });
      },
    );
  };
}

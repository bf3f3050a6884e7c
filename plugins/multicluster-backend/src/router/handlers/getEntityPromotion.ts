import { stringifyEntityRef } from '@backstage/catalog-model';
import { Promotion } from '@fairway/backstage-plugin-multicluster-common';
import { entityView } from '../../hints/viewNames';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

type Path = { namespace: string; kind: string; name: string };

/** `GET /v1/entities/{namespace}/{kind}/{name}/promotion` */
export function getEntityPromotion(options: RouterOptions) {
  return viewHandler<Promotion, Path>(options, {
    eventId: 'promotion-fetch',
    meta: path => ({ entityRef: stringifyEntityRef(path) }),
    view: path => entityView(stringifyEntityRef(path)),
    read: (path, _query, asking) =>
      options.promotion.entityPromotion(stringifyEntityRef(path), asking),
  });
}

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { ViewMeta } from '@fairway/backstage-plugin-multicluster-common';
import { Request, Response } from 'express';
import { viewerKey } from '../util/viewerKey';
import { ViewBody } from '../service/ViewBody';
import { audited } from './audited';
import { respond } from './respond';
import { RouterOptions } from './RouterOptions';

/** What a route of a view adds to the common handling. */
export interface ViewRoute<T extends ViewMeta, P, Q> {
  eventId: string;
  meta(params: P, query: Q): JsonObject;
  /** Name of the view for hints, see HintNames. */
  view(params: P, query: Q): string;
  read(
    params: P,
    query: Q,
    options: { credentials: BackstageCredentials },
  ): Promise<ViewBody<T>>;
}

/** A handler that audits, finds out who asks, reads through an authorised service, and answers with an ETag. */
export function viewHandler<T extends ViewMeta, P = {}, Q = {}>(
  options: RouterOptions,
  route: ViewRoute<T, P, Q>,
) {
  return async (
    req: Request<P, any, unknown, Q>,
    res: Response,
  ): Promise<void> => {
    const { params, query } = req;
    await audited(
      options.auditor,
      {
        eventId: route.eventId,
        request: req,
        meta: route.meta(params, query),
      },
      async () => {
        const credentials = await options.httpAuth.credentials(req);
        const body = await route.read(params, query, { credentials });
        respond<T>(req, res, body, {
          scope: viewerKey(credentials),
          hint: options.hints.of(route.view(params, query)),
        });
      },
    );
  };
}

import express from 'express';
import { createOpenApiRouter } from '../schema/openapi/generated';
import { entityTopology } from './handlers/entityTopology';
import { RouterOptions } from './RouterOptions';

/** The routes of the plugin, validated against its OpenAPI description, which is served beside them. */
export async function createRouter(
  options: RouterOptions,
): Promise<express.Router> {
  const router = await createOpenApiRouter();
  router.get(
    '/v1/entities/:namespace/:kind/:name/topology',
    entityTopology(options),
  );
  return router;
}

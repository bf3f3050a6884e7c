import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { approvalResourceRef } from './approvalResourceRef';

/** Requests of some environments. One of no known environment is in none of them. */
export const isInEnvironment = createPermissionRule({
  name: 'IN_ENVIRONMENT',
  description: 'Allow requests of the named environments',
  resourceRef: approvalResourceRef,
  paramsSchema: z.object({
    environments: z.array(z.string()).describe('As they are configured'),
  }),
  apply: ({ environment }, { environments }) =>
    environment !== undefined && environments.includes(environment),
  toQuery: ({ environments }) => ({
    field: 'environment' as const,
    values: environments,
  }),
});

import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { approvalResourceRef } from './approvalResourceRef';

/** Requests of entities that these own. A match that is only claimed does not count: anyone can claim. */
export const hasEntityOwner = createPermissionRule({
  name: 'HAS_ENTITY_OWNER',
  description: 'Allow requests of entities that one of the claims owns',
  resourceRef: approvalResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Refs of groups and users, one of which owns an entity of it'),
  }),
  apply: ({ owners }, { claims }) => {
    const lower = claims.map(claim => claim.toLocaleLowerCase('en-US'));
    return owners.some(owner => lower.includes(owner));
  },
  toQuery: ({ claims }) => ({
    field: 'owner' as const,
    values: claims.map(claim => claim.toLocaleLowerCase('en-US')),
  }),
});

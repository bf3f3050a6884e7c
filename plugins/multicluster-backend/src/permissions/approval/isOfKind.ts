import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { approvalResourceRef } from './approvalResourceRef';

/** Requests of some kinds. */
export const isOfKind = createPermissionRule({
  name: 'OF_KIND',
  description: 'Allow requests of the named kinds: gate, pull or lane',
  resourceRef: approvalResourceRef,
  paramsSchema: z.object({
    kinds: z.array(z.enum(['gate', 'pull', 'lane'])),
  }),
  apply: ({ kind }, { kinds }) => kinds.includes(kind),
  toQuery: ({ kinds }) => ({ field: 'kind' as const, values: kinds }),
});

import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { approvalResourceRef } from './approvalResourceRef';

/** Requests of some sources. */
export const isOfSource = createPermissionRule({
  name: 'OF_SOURCE',
  description: 'Allow requests of the named sources',
  resourceRef: approvalResourceRef,
  paramsSchema: z.object({
    sources: z.array(z.string()).describe('Configured names'),
  }),
  apply: ({ source }, { sources }) => sources.includes(source),
  toQuery: ({ sources }) => ({ field: 'source' as const, values: sources }),
});

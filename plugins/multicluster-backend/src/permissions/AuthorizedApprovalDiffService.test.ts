import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ApprovalDetails,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { component } from '../__testUtils__/shopWorld';
import { ViewBody } from '../service/ViewBody';
import { AuthorizedApprovalDiffService } from './AuthorizedApprovalDiffService';
import { EntityAccess } from './EntityAccess';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const refOf = (name: string) => `component:default/${name}`;
const credentials = mockCredentials.user();

/** The service for somebody who may compare some of five services that a request is about. */
function open(allowed: string[]) {
  const asked: string[] = [];
  const service = AuthorizedApprovalDiffService.create({
    access: EntityAccess.create({
      catalog: catalogServiceMock({
        entities: NAMES.map(name => component(name, {})),
      }),
      permissions: mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(request => ({
            result:
              'resourceRef' in request &&
              allowed.map(refOf).includes(String(request.resourceRef))
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          })),
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.DENY })),
      }),
    }),
    approvals: {
      approval: async () =>
        ({
          item: { request: { entityRefs: NAMES.map(refOf) } },
        } as ViewBody<ApprovalDetails>),
    },
    reader: {
      read: async entity => {
        asked.push(stringifyEntityRef(entity));
        return {
          diff: [{ cluster: 'm1', object: entity.metadata.name }],
          basis: sentence('approval.diff.imagesAlone'),
        };
      },
    },
  });
  return { service, asked };
}

describe('AuthorizedApprovalDiffService', () => {
  it('compares what the caller may, wherever that stands among the services, and says that others are left out', async () => {
    const { service, asked } = open(['d', 'e']);
    const { diff, basis } = await service.diff('r1', { credentials });
    expect(asked).toEqual([refOf('d'), refOf('e')]);
    expect(diff.map(({ object }) => object)).toEqual(['d', 'e']);
    expect(basis).toEqual([
      sentence('approval.diff.imagesAlone'),
      sentence('approval.diff.someEntities', { shown: 2, total: 5 }),
    ]);
  });

  it('compares three of many, and says of how many', async () => {
    const { service, asked } = open(NAMES);
    const { basis } = await service.diff('r1', { credentials });
    expect(asked).toHaveLength(3);
    expect(basis.at(-1)?.text).toContain('3 of its 5 services');
  });

  it('refuses who may compare none of them', async () => {
    await expect(open([]).service.diff('r1', { credentials })).rejects.toThrow(
      'You may not see',
    );
  });
});

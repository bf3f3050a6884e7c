import { mockCredentials } from '@backstage/backend-test-utils';
import { LineStop } from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalCondition } from '../approvals/views/ApprovalCondition';
import { AuthorizedStopService } from './AuthorizedStopService';

const stopOf = (id: string, scope: LineStop['scope']): LineStop => ({
  id,
  scope,
  reason: `Why ${id}`,
  by: 'user:default/ann',
  createdAt: '2026-01-01T00:00:00.000Z',
  until: '2026-01-02T00:00:00.000Z',
});

const STOPS = [
  stopOf('everything', {}),
  stopOf('production', { environment: 'production' }),
  stopOf('seen', { entityRef: 'component:default/shop' }),
  stopOf('hidden', {
    environment: 'production',
    entityRef: 'component:default/secret',
  }),
];

function listAs(who: { canStop: boolean; reads: ApprovalCondition }) {
  const unused = async () => {
    throw new Error('unused');
  };
  return AuthorizedStopService.create({
    stops: { list: async () => STOPS, stop: unused, lift: unused },
    access: {
      filterVisible: async refs =>
        refs.filter(ref => ref === 'component:default/shop'),
    },
    acting: { may: async () => who.canStop, read: unused },
    rights: {
      rights: async () => [{ condition: who.reads, evidence: {} }],
    },
  }).list({ credentials: mockCredentials.user() });
}

describe('AuthorizedStopService', () => {
  it('names a stopped entity, and why, to nobody who may not see it', async () => {
    const { items } = await listAs({ canStop: false, reads: 'all' });
    expect(items.map(({ id }) => id)).toEqual([
      'everything',
      'production',
      'seen',
    ]);
  });

  it('shows every stop to whoever could lift it', async () => {
    const { items, canStop } = await listAs({ canStop: true, reads: 'none' });
    expect([items, canStop]).toEqual([STOPS, true]);
  });

  it('shows none to whoever may see no request', async () => {
    await expect(
      listAs({ canStop: false, reads: 'none' }),
    ).rejects.toMatchObject({ code: 'approvals-denied' });
  });
});

import { ApprovalKind } from '@fairway/backstage-plugin-multicluster-common';
import { titleParts } from './titleParts';

describe('titleParts', () => {
  it.each<[ApprovalKind, string, string | undefined, object | undefined]>([
    [
      'pull',
      'checkout v1.8.3 to production',
      'production',
      { what: 'checkout v1.8.3', environment: 'production' },
    ],
    ['gate', 'road to nowhere', 'production', undefined],
    ['gate', 'checkout v1.8.3', undefined, undefined],
    ['gate', ' to production', 'production', undefined],
    [
      'lane',
      'tickets to member1',
      'production',
      { what: 'tickets', clusters: ['member1'] },
    ],
    [
      'lane',
      'tickets to member1, member2',
      undefined,
      { what: 'tickets', clusters: ['member1', 'member2'] },
    ],
    [
      'lane',
      'tickets to 12 clusters',
      'production',
      { what: 'tickets', clusters: 12 },
    ],
    ['lane', 'what somebody else wrote', 'production', undefined],
  ])('takes the title of a %s apart: %s', (kind, title, environment, parts) => {
    expect(titleParts({ kind, title, environment })).toEqual(parts);
  });
});

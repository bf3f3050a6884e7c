import { Entity } from '@backstage/catalog-model';
import { MemberTree } from './MemberTree';

const group = (
  name: string,
  members: string[],
  below: string[] = [],
): [string, Entity] => [
  `group:default/${name}`,
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name },
    relations: [
      ...members.map(member => ({
        type: 'hasMember',
        targetRef: `User:default/${member}`,
      })),
      ...below.map(child => ({
        type: 'parentOf',
        targetRef: `group:default/${child}`,
      })),
    ],
  },
];

function tree(...groups: Array<[string, Entity]>) {
  const entities = new Map(groups);
  const asked: string[] = [];
  const members = MemberTree.create({
    read: async refs => {
      asked.push(...refs);
      return new Map(
        refs.flatMap(ref => {
          const entity = entities.get(ref);
          return entity ? [[ref, entity] as const] : [];
        }),
      );
    },
  });
  return { members, asked };
}

describe('MemberTree', () => {
  it('finds who is in a group and in those below it, once each, however groups lead to each other', async () => {
    const { members } = tree(
      group('org', ['ann'], ['shop']),
      group('shop', ['ann', 'bob'], ['cart', 'org']),
      group('cart', ['cid']),
    );
    expect(
      await members.below(['group:default/org', 'group:default/cart']),
    ).toEqual(['user:default/ann', 'user:default/bob', 'user:default/cid']);
  });

  it('finds nobody in a group that is not there, and asks once for many', async () => {
    const { members, asked } = tree();
    const ref = 'group:default/none';
    await Promise.all([members.below([ref]), members.below([ref, ref])]);
    expect(await members.below([ref])).toEqual([]);
    expect(asked).toEqual([ref]);
  });

  it('stops at more people than any rule asks for', async () => {
    const crowd = Array.from({ length: 500 }, (_, index) => `u${index}`);
    const { members } = tree(group('all', crowd));
    expect(await members.below(['group:default/all'])).toHaveLength(200);
  });
});

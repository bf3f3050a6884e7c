import { Entity } from '@backstage/catalog-model';
import { GroupTree } from './GroupTree';

const of = (kind: string, name: string, groups: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  relations: groups.map(group => ({
    type: 'memberOf',
    targetRef: `group:default/${group}`,
  })),
});

describe('GroupTree', () => {
  it('loses no group of anybody when it forgets what it kept', async () => {
    const tree = GroupTree.create({
      now: () => 0,
      read: async refs =>
        new Map(
          refs.map(ref => [
            ref,
            of('Group', ref.slice('group:default/'.length), []),
          ]),
        ),
    });
    const above = (...groups: string[]) =>
      tree.above(of('User', 'ann', groups), { trusted: true });
    await above('sre');
    await above(...Array.from({ length: 5000 }, (_, index) => `g${index}`));
    expect(await above('sre', 'new')).toEqual([
      'group:default/new',
      'group:default/sre',
    ]);
  });
});

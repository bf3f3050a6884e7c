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

  it('counts the age of what it keeps from when it asked, however long the answer took', async () => {
    let now = 0;
    let answers = 0;
    const tree = GroupTree.create({
      now: () => now,
      read: async refs => {
        answers += 1;
        now += 4_000;
        return new Map(refs.map(ref => [ref, of('Group', 'sre', [])]));
      },
    });
    const above = () =>
      tree.above(of('User', 'ann', ['sre']), { trusted: true });
    await above();
    now = 4_999;
    await above();
    expect(answers).toBe(1);
    now = 5_000;
    await above();
    expect(answers).toBe(2);
  });

  it('keeps the answer to the later question where an earlier one is answered after it', async () => {
    let now = 0;
    const tree = GroupTree.create({
      now: () => now,
      read: async () => new Map(),
    });
    let answer = (_: Map<string, Entity>) => {};
    const early = tree.keeping(
      ['group:default/sre'],
      () =>
        new Promise<Map<string, Entity>>(resolve => {
          answer = resolve;
        }),
    );
    now = 1_000;
    await tree.keeping(['group:default/sre'], async () => new Map());
    answer(new Map([['group:default/sre', of('Group', 'sre', [])]]));
    await early;
    expect(
      await tree.above(of('User', 'ann', ['sre']), { trusted: true }),
    ).toEqual([]);
  });
});

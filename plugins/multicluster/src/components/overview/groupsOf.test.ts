import { Entity } from '@backstage/catalog-model';
import { groupsOf } from './groupsOf';

const group = (name: string, ...below: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  relations: below.map(child => ({
    type: 'parentOf',
    targetRef: `group:default/${child}`,
  })),
});

function catalogOf(...groups: Entity[]) {
  return {
    getEntitiesByRefs: jest.fn(
      async ({ entityRefs }: { entityRefs: string[] }) => ({
        items: entityRefs.map(ref =>
          groups.find(({ metadata }) => ref.endsWith(`/${metadata.name}`)),
        ),
      }),
    ),
  };
}

describe('groupsOf', () => {
  it('goes down all levels, past groups that are gone and around circles', async () => {
    const catalog = catalogOf(
      group('shop', 'web', 'gone'),
      group('web', 'front', 'shop'),
      group('front'),
    );
    await expect(groupsOf(group('division', 'shop'), catalog)).resolves.toEqual(
      ['division', 'shop', 'web', 'gone', 'front'].map(
        name => `group:default/${name}`,
      ),
    );
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(3);
  });

  it('asks nobody when a group has none below it', async () => {
    const catalog = catalogOf();
    await groupsOf(group('team'), catalog);
    expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
  });
});

import { KarmadaFleet } from './KarmadaFleet';
import { fixedLanes } from './observe/fixedLanes';
import { ObserveOptions } from './observe/observe';

describe('KarmadaFleet', () => {
  it('names the lanes that bindings come through by what they are called when they are read', () => {
    const { placementLanes } = KarmadaFleet.create({} as ObserveOptions);
    const kindOf = (name: string) =>
      fixedLanes.find(({ lane }) => lane === name)?.resource.kind;
    expect(placementLanes.namespaced.map(kindOf)).toEqual(['ResourceBinding']);
    expect(placementLanes.clusterScoped.map(kindOf)).toEqual([
      'ClusterResourceBinding',
    ]);
  });
});

import { laneDigest } from './laneDigest';
import { LaneObject } from './LanesFacet';

const web: LaneObject = {
  placementKey: 'rb/shop/web-deployment',
  group: 'apps',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'web',
  digest: 'a1',
  digestWithoutReplicas: 'a0',
  replicas: 2,
  images: [],
  dispatched: false,
};
const config: LaneObject = { ...web, kind: 'ConfigMap', name: 'settings' };

describe('laneDigest', () => {
  it('is equal in whichever order objects were read', () => {
    expect(laneDigest([web, config])).toBe(laneDigest([config, web]));
  });

  it('differs when anything rendered differs', () => {
    expect(laneDigest([{ ...web, digest: 'b1' }])).not.toBe(laneDigest([web]));
    expect(laneDigest([web])).not.toBe(laneDigest([web, config]));
  });

  it('stays the same when what is held back is sent', () => {
    expect(laneDigest([{ ...web, dispatched: true }])).toBe(laneDigest([web]));
  });

  it('can leave out the number of copies', () => {
    const scaled = { ...web, digest: 'b1', replicas: 4 };
    const without = { replicas: false };
    expect(laneDigest([scaled], without)).toBe(laneDigest([web], without));
    expect(laneDigest([scaled])).not.toBe(laneDigest([web]));
  });

  it('does not take one object for another whose names run together alike', () => {
    const a = { ...web, namespace: 'a', name: 'b-c' };
    const b = { ...web, namespace: 'a-b', name: 'c' };
    expect(laneDigest([a])).not.toBe(laneDigest([b]));
  });
});

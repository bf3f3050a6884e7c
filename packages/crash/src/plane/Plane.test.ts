import { setTimeout as sleep } from 'node:timers/promises';
import { Sequence } from '../lib/Sequence';
import { CLUSTERS, LANES } from '../portal/crashWorld';
import { Plane } from './Plane';
import { PlaneChange } from './PlaneChange';

const [lane] = LANES;
const [first, second] = CLUSTERS;

describe('Plane', () => {
  function held(): Plane {
    const plane = Plane.create(Sequence.create(), () => 0);
    plane.change(lane, { form: 'hold', clusters: [], version: 1 });
    plane.render(lane, 'c1');
    return plane;
  }

  it('keeps what is held, and sends to a cluster what is released to it', async () => {
    const plane = held();
    await sleep(5);
    expect(plane.lane(lane)?.members[first]).toBe('as-it-was');
    plane.change(lane, { form: 'release', clusters: [first], version: 2 });
    await sleep(5);
    const { members } = plane.lane(lane)!;
    expect([members[first], members[second]]).toEqual(['c1', 'as-it-was']);
    expect(plane.close('c1')).toMatchObject([
      { kind: 'opened', cluster: first },
      { kind: 'arrived', cluster: first },
    ]);
  });

  it('takes no change of a policy that is another by now', () => {
    const plane = held();
    const release = { form: 'release', clusters: [first], version: 2 } as const;
    expect(plane.change(lane, { ...release, clusters: [first] })).toBe('taken');
    expect(plane.change(lane, { ...release, clusters: [second] })).toBe(
      'conflict',
    );
    expect(plane.close('c1').map(({ kind }) => kind)).toEqual(['opened']);
  });

  it('says that what is rendered while a cluster is released slipped through to it', async () => {
    const plane = held();
    plane.change(lane, { form: 'release', clusters: [first], version: 2 });
    plane.render(lane, 'c2');
    await sleep(5);
    expect(plane.lane(lane)?.members[first]).toBe('c2');
    expect(plane.close('c1').map(({ kind }) => kind)).toEqual(['opened']);
    expect(plane.close('c2')).toMatchObject([
      { kind: 'slipped', cluster: first },
    ]);
  });

  it('tells a release by somebody who could know what is there from one by somebody who could not', () => {
    const release: PlaneChange = {
      form: 'release',
      clusters: [first],
      version: 2,
    };
    const opened = (sinceShownMs: number) => {
      const plane = held();
      plane.look(lane);
      const { ms } = plane.came(lane, release);
      plane.change(lane, release, { ms: ms + sinceShownMs });
      expect(plane.sent).toMatchObject([{ source: 'plane', run: 'c1' }]);
      return plane.close('c1').map(entry => 'blind' in entry);
    };
    expect(opened(0)).toEqual([true]);
    expect(opened(2_000)).toEqual([false]);
  });

  it('sends at once, and says so, what is rendered while nothing is held', async () => {
    const plane = Plane.create(Sequence.create(), () => 0);
    plane.render(lane, 'c1');
    await sleep(5);
    expect(plane.close('c1').map(({ kind }) => kind)).toEqual([
      'arrived',
      'arrived',
    ]);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { Sequence } from '../lib/Sequence';
import { CLUSTERS, LANES } from '../portal/crashWorld';
import { Plane } from './Plane';

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

import { LaneBody } from '../service/LaneService';
import { withLaneAbilities } from './withLaneAbilities';

const rights = {
  manages: true,
  restores: true,
  refusal: 'NOT_PERMITTED',
} as const;
const armedBy = 'user:default/ann';
const armedAt = '2026-11-21T12:00:00Z';

function can(lane: Partial<LaneBody>, off?: 'APPROVALS_DISABLED') {
  const { arm, disarm } = withLaneAbilities(
    {
      id: 'l1',
      source: 'karmada',
      policy: 'PropagationPolicy/shop/cart',
      state: 'open',
      entityRefs: [],
      workloads: [],
      clusters: [],
      sentences: [],
      ...lane,
    },
    { ...rights, ...(off && { off }) },
  ).can;
  return [arm.allowed && 'arm', disarm.allowed && 'disarm'].filter(Boolean);
}

describe('withLaneAbilities', () => {
  it.each<[string, Partial<LaneBody>, string[]]>([
    ['nobody holds', {}, ['arm']],
    ['we hold', { state: 'armed', armedBy, armedAt }, ['disarm']],
    ['we release', { state: 'releasing', armedBy, armedAt }, ['disarm']],
    [
      'somebody lifted, to be held again or given up as its sentence says',
      { state: 'open', armedBy, armedAt },
      ['arm', 'disarm'],
    ],
    [
      'carries our note and is not known of, to be taken over',
      { state: 'held', armedBy },
      ['arm'],
    ],
    ['somebody else holds, and nothing of ours', { state: 'held' }, []],
    ['lost its policy', { state: 'orphaned', armedBy, armedAt }, ['disarm']],
  ])('offers of a lane that %s: %p -> %p', (_, lane, offered) => {
    expect(can(lane)).toEqual(offered);
    expect(can(lane, 'APPROVALS_DISABLED')).toEqual(
      offered.filter(action => action === 'disarm'),
    );
  });
});

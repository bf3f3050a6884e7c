import { EntityPipeline } from '@fairway/backstage-plugin-multicluster-common';
import { buildGate } from '../../../__testUtils__/delivery/buildGate';
import { buildPipeline } from '../../../__testUtils__/delivery/buildPipeline';
import { said } from '../../../__testUtils__/delivery/said';
import { isRemarkable } from './isRemarkable';

const agent = { nativeId: 'p', name: 'piped' };
const nowhere = {
  workloadId: 'w',
  controlPlane: 'karmada',
  kind: 'Deployment',
  namespace: 'demo',
  name: 'canary-canary',
  sentence: said('placed nowhere'),
};

describe('isRemarkable', () => {
  it.each<[Partial<EntityPipeline>, boolean]>([
    [{}, false],
    [{ sync: { status: 'synced' } }, false],
    [{ agent: undefined }, false],
    [{ gates: [buildGate()] }, true],
    [{ placedNowhere: [nowhere] }, true],
    [{ agent: { ...agent, state: 'offline' } }, true],
    [{ agent: { ...agent, state: 'unknown' } }, true],
    [{ hold: { kind: 'window', sentence: said('closed') } }, true],
    [{ sync: { status: 'out-of-sync' } }, true],
    [{ disabled: true }, true],
    [{ freshness: { state: 'last-known' } }, true],
    [
      {
        match: {
          rule: 'repository',
          confirmed: false,
          reason: said('says so'),
        },
      },
      true,
    ],
  ])('of %j is %s', (options, remarkable) => {
    expect(isRemarkable(buildPipeline({ gates: [], ...options }))).toBe(
      remarkable,
    );
  });
});

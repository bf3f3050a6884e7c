import {
  SCALED_TO_ZERO,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { buildTarget } from '../../../__testUtils__/buildTarget';
import { buildWorkload } from '../../../__testUtils__/buildWorkload';
import { unplacedWorkloads } from './unplacedWorkloads';

const zero = buildWorkload('nightly', [], {
  summary: {
    state: 'converged',
    flags: [],
    reason: SCALED_TO_ZERO,
    sentence: sentence('placement.scaledToZero'),
  },
});

describe('unplacedWorkloads', () => {
  it('is empty where every workload is on a cluster', () => {
    expect(
      unplacedWorkloads([buildWorkload('web', [buildTarget('m1')])]),
    ).toEqual([]);
  });

  it('is calm about a workload that was scaled to zero, and says so', () => {
    expect(unplacedWorkloads([zero])).toMatchObject([
      {
        name: 'nightly',
        state: 'scaled-to-zero',
        sentence: { code: 'placement.scaledToZero' },
      },
    ]);
  });

  it('puts what should run and does not before what was scaled to zero', () => {
    const unplaced = sentence('placement.unplaced.deleting');
    expect(
      unplacedWorkloads([
        zero,
        buildWorkload('lost', undefined, { unplaced }),
      ]).map(({ name, state }) => [name, state]),
    ).toEqual([
      ['lost', 'unscheduled'],
      ['nightly', 'scaled-to-zero'],
    ]);
  });
});

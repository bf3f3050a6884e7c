import {
  promotionScope,
  scopePipeline,
  scopeRun,
  scopeTarget,
} from '../../../__testUtils__/promotionScope';
import { PromotionScope } from '../PromotionScope';
import { environmentDrift } from './environmentDrift';

const behind = { sync: { status: 'out-of-sync' as const } };
const drifted = scopeTarget({
  axes: { lifecycle: 'desired', delivery: 'drifted', health: 'healthy' },
});
const going = scopeRun({
  active: true,
  run: { status: 'running', finishedAt: undefined },
});
const by = (given = {}) => [{ pipeline: scopePipeline(given) }];

describe('environmentDrift', () => {
  it.each<[string, Partial<PromotionScope>, string | undefined]>([
    [
      'nothing differs',
      { targets: [scopeTarget()], deliveries: by() },
      undefined,
    ],
    [
      'a cluster differs from its template',
      { targets: [scopeTarget(), drifted], deliveries: by(behind) },
      'promotion.drift.target',
    ],
    [
      'a pipeline differs from its repository',
      { deliveries: by(behind), runs: [scopeRun()] },
      'promotion.drift.sync',
    ],
    [
      'a run is bringing it in line',
      { deliveries: by(behind), runs: [going] },
      undefined,
    ],
    [
      'the run is one of another pipeline',
      { deliveries: by({ ...behind, rowId: 2 }), runs: [going] },
      'promotion.drift.sync',
    ],
    [
      'the pipeline is switched off',
      { deliveries: by({ ...behind, disabled: true }) },
      undefined,
    ],
    [
      'nobody knows',
      { deliveries: by({ sync: { status: 'unknown' } }) },
      undefined,
    ],
  ])('where %s', (_, given, expected) => {
    expect(environmentDrift(promotionScope(given))?.code).toBe(expected);
  });
});

import {
  RunDetail,
  RunStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import { buildStage } from '../../../__testUtils__/delivery/buildStages';
import { currentStage } from './currentStage';

type Said = RunStatus | [RunStatus, RunDetail];

describe('currentStage', () => {
  it.each<[Said[], number | undefined]>([
    [[], undefined],
    [['pending', 'pending'], 0],
    [['succeeded', 'running', 'pending'], 1],
    [['succeeded', 'waiting', 'pending'], 1],
    [['failed', ['running', 'rolling-back']], 1],
    [['succeeded', 'failed', 'succeeded'], 1],
    [['succeeded', 'cancelled', 'pending'], 1],
    [['succeeded', 'succeeded', 'skipped'], 1],
    [['waiting', 'running'], 1],
  ])('of %j is the one at %s', (listed, index) => {
    const stages = listed.map((one, id) => {
      const [status, detail] = Array.isArray(one) ? one : [one];
      return buildStage(String(id), { status, detail });
    });
    expect(currentStage(stages)?.id).toBe(
      index === undefined ? undefined : String(index),
    );
  });
});

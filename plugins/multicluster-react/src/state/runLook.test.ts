import {
  RunDetail,
  RunStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import { runLook } from './runLook';

describe('runLook', () => {
  it.each<[RunStatus, RunDetail | undefined, string, string]>([
    ['running', undefined, 'run', 'run'],
    ['running', 'rolling-back', 'back', 'warn'],
    ['failed', 'rolled-back', 'back', 'bad'],
    ['waiting', undefined, 'hold', 'hold'],
    ['pending', 'stuck', 'warn', 'bad'],
    ['cancelled', undefined, 'stop', 'stale'],
    ['cancelled', 'timed-out', 'bad', 'bad'],
    ['cancelled', 'agent-stopped', 'stop', 'warn'],
    ['cancelled', 'rollback-failed', 'bad', 'bad'],
    ['succeeded', 'unlisted-approver', 'warn', 'warn'],
    ['skipped', undefined, 'skip', 'stale'],
    ['failed', 'validation', 'bad', 'bad'],
    ['running', 'verifying', 'run', 'run'],
  ])('draws %s (%s) as %s in %s', (status, detail, shape, tone) => {
    expect(runLook(status, detail)).toEqual({ shape, tone });
  });

  it('draws what is last known alike, whatever it was', () => {
    expect(runLook('succeeded', undefined, true)).toEqual(
      runLook('failed', 'rolled-back', true),
    );
  });

  it('draws a status of a newer back end as unknown, never as well', () => {
    expect(runLook('levitating' as RunStatus).shape).toBe('unknown');
  });
});

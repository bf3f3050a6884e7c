import {
  RunDetail,
  RunStatus,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';
import { toneOfRun } from './toneOfRun';

describe('toneOfRun', () => {
  it.each<[RunStatus, RunDetail | undefined, Tone]>([
    ['succeeded', undefined, 'info'],
    ['succeeded', 'unlisted-approver', 'warn'],
    ['cancelled', undefined, 'info'],
    ['cancelled', 'timed-out', 'bad'],
    ['failed', 'timed-out', 'bad'],
    ['cancelled', 'rollback-failed', 'bad'],
    ['running', 'rolling-back', 'bad'],
    ['waiting', undefined, 'hold'],
    ['waiting', 'agent-stopped', 'bad'],
  ])('of %s (%s) is %s', (status, detail, tone) => {
    expect(toneOfRun({ status, ...(detail && { detail }) })).toBe(tone);
  });
});

import recorded from '../__fixtures__/recorded-events.json';
import type { PipedEvent } from '../piped/PipedEvent';
import { journeys } from './journeys';

/** Which journey a recorded sequence belongs to. */
const SEQUENCES: Array<[recorded: keyof typeof recorded, journey: string]> = [
  ['v0 two approvals', 'v0-run-two-approvals'],
  ['v1 two approvals', 'v1-run-two-approvals'],
  ['v0 gate timeout, rollback', 'v0-run-gate-timeout-rollback'],
  ['v1 gate timeout, rollback', 'v1-run-gate-timeout-rollback'],
  ['v1 cancelled', 'v1-run-cancelled-no-rollback-asked'],
  ['v0 analysis skipped', 'v0-run-analysis-skipped'],
  ['v1 analysis skipped', 'v1-run-analysis-skipped'],
  ['v1 killed while waiting', 'v1-piped-killed-while-waiting'],
  [
    'v1 stopped gracefully while waiting',
    'v1-early-approval-and-piped-restart',
  ],
];

function told({ type, stage, localStatus, more }: PipedEvent) {
  return {
    type,
    ...(stage && { stage: stage.name }),
    ...(localStatus && { status: localStatus }),
    ...(more?.approver !== undefined && { approver: more.approver }),
    ...(more?.commander !== undefined && { commander: more.commander }),
  };
}

describe('what pipeds tell their receivers', () => {
  it.each(SEQUENCES)(
    '%s: the recorded events, in their order',
    (name, journey) => {
      const { events } = journeys[journey]();
      const ofRun = events.filter(({ deployment }) => deployment);
      expect(ofRun.map(told)).toEqual(recorded[name]);
    },
  );

  it('tells of a v0 gate that ran when it was cancelled before its rollback', () => {
    const { events } = journeys['v0-run-cancelled-no-rollback-asked']();
    const last = events.slice(-4).map(told);
    expect(last).toEqual(
      recorded['v0 killed, restarted, cancelled']
        .slice(-4)
        .map(event => ({ ...event, status: 1 })),
    );
  });
});

import {
  CREATED,
  deployment,
  derive,
  NOW,
  piped,
  stage,
} from '../__fixtures__/objects';

const MINUTE = 60_000;
const back = deployment({
  status: 3,
  status_reason: 'Cancelled by bob while executing stage build',
  stages: [
    stage('BUILD', 1, 10),
    stage('SYNC', 0),
    stage('ROLLBACK', 1, 60, { requires: ['build'] }),
  ],
});
const began = (CREATED + 60) * 1000;

describe('a deployment that rolls back', () => {
  it('says why it goes back', () => {
    const { status, detail, sentence, endedBy } = derive(back);
    expect([status, detail, sentence.text]).toEqual([
      'running',
      'rolling-back',
      'Rolling back: Cancelled by bob during BUILD',
    ]);
    expect(endedBy).toEqual({ nativeId: 'bob', kind: 'user' });
  });

  it('shows what still reads running as being stopped, and what will not run as skipped', () => {
    expect(
      derive(back).stages.map(({ status, detail, notes }) => [
        status,
        detail,
        notes[0]?.code,
      ]),
    ).toEqual([
      ['running', 'cancelling', 'stage.beingStopped'],
      ['skipped', undefined, 'stage.notReached'],
      ['running', undefined, undefined],
    ]);
  });

  it('is called out when it takes half an hour', () => {
    const before = derive(back, { now: NOW });
    expect(before.recheckAt).toBe(began + 30 * MINUTE);
    const now = began + 30 * MINUTE;
    const after = derive(back, { now, previous: before });
    expect(after.sentence.text).toBe(
      'The rollback goes on since 2026-11-21T11:21:00Z; nothing ends it by itself. Cancelled by bob during BUILD',
    );
    expect([after.detail, after.recheckAt]).toEqual([
      'rolling-back',
      undefined,
    ]);
  });

  it('counts from when it was first seen to go back where no stage says', () => {
    const bare = deployment({ status: 3 });
    const first = derive(bare, { now: NOW });
    const second = derive(bare, { now: NOW + 31 * MINUTE, previous: first });
    expect(second.sentence.code).toBe('run.rollingBackLong');
  });

  it('says that its piped is offline first, and why it goes back beside it', () => {
    const agent = { ...piped, state: 'offline' as const, since: NOW };
    const { detail, sentence, notes } = derive(back, { agent });
    expect([detail, sentence.code, notes.map(({ code }) => code)]).toEqual([
      'rolling-back',
      'run.agentOfflineWhileRunning',
      ['run.rollingBack'],
    ]);
  });
});

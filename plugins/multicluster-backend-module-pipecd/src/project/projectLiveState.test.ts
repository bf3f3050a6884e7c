import { recording } from '../__fixtures__/recording';
import { RawLiveState } from '../wire/messages';
import { projectLiveState } from './projectLiveState';

const snapshot = (note: string): RawLiveState =>
  recording('live-state-by-scripted-piped').find(call => call.note === note)
    ?.response?.snapshot ?? {};
const v1 = (resources: object[]): RawLiveState => ({
  application_live_state: { resources },
});

describe('projectLiveState', () => {
  it('judges a v0 snapshot by its resources, not by the HEALTHY it carries', () => {
    const raw = snapshot('v0 form read back');
    expect(raw.health_status).toBe(1);
    expect(projectLiveState(raw).targets).toEqual([
      {
        name: '',
        health: 'unhealthy',
        resources: [
          {
            id: 'r1',
            parentIds: [],
            name: 'web',
            kind: 'Deployment',
            namespace: 'default',
            health: 'healthy',
          },
          {
            id: 'r2',
            parentIds: ['r1'],
            name: 'web-abc',
            kind: 'Pod',
            namespace: 'default',
            health: 'unhealthy',
            message: 'CrashLoopBackOff',
          },
        ],
      },
    ]);
  });

  it('judges each deploy target of a v1 snapshot by itself', () => {
    const { targets } = projectLiveState(snapshot('v1 form read back'));
    expect(targets.map(({ name, health }) => [name, health])).toEqual([
      ['c1', 'healthy'],
      ['c2', 'unhealthy'],
    ]);
  });

  it('never calls healthy what has no resources', () => {
    const live = projectLiveState(snapshot('zero resources'));
    expect(live.targets).toEqual([
      { name: '', health: 'no-resources', resources: [] },
    ]);
    expect(live.sentence?.code).toBe('run.live.empty');
  });

  it('names deploy targets of the application that have nothing', () => {
    const raw = v1([{ id: 'u', health_status: 1, deploy_target: 'c1' }]);
    const { targets, sentence } = projectLiveState(raw, {
      deploy_targets_by_plugin: {
        kubernetes: { deploy_targets: ['c2', 'c1'] },
      },
    });
    expect(targets.map(({ name, health }) => [name, health])).toEqual([
      ['c1', 'healthy'],
      ['c2', 'no-resources'],
    ]);
    expect(sentence).toBeUndefined();
  });

  it('keeps an id of one target apart from the same id of another', () => {
    const raw = v1([
      { id: 'a', deploy_target: 'c1' },
      { id: 'b', parent_ids: ['a'], deploy_target: 'c2' },
    ]);
    const [, second] = projectLiveState(raw).targets;
    expect(second.resources[0].parentIds).toEqual([]);
  });

  it.each([
    [
      'v1: one unknown makes all unknown',
      v1([{ id: 'a', health_status: 1 }, { id: 'b' }]),
      'unknown',
    ],
    [
      'v1: one unhealthy outweighs it',
      v1([{ id: 'a', health_status: 2 }, { id: 'b' }]),
      'unhealthy',
    ],
    [
      'v1: a number nobody knows is unknown',
      v1([{ id: 'a', health_status: 9 }]),
      'unknown',
    ],
    [
      'v0: kinds without a rule do not count',
      {
        kubernetes: { resources: [{ id: 'a', health_status: 1 }, { id: 'b' }] },
      },
      'healthy',
    ],
    [
      'v0: unless there are no others',
      { kubernetes: { resources: [{ id: 'b' }] } },
      'unknown',
    ],
    ['v0: terraform has none', { terraform: {} }, 'no-resources'],
  ])('%s', (_, raw, expected) => {
    expect(projectLiveState(raw).targets[0].health).toBe(expected);
  });

  it('says that nothing was reported yet, with the diff that is known', () => {
    const sync_state = { status: 3, reason: '+ a\n- b' };
    expect(projectLiveState(undefined, { sync_state })).toMatchObject({
      sentence: { code: 'run.live.none' },
      diff: '+ a\n- b',
      targets: [],
    });
  });

  it('keeps no more of a diff than anybody reads', () => {
    const sync_state = { status: 3, reason: '+'.repeat(5_000_000) };
    const { diff } = projectLiveState(undefined, { sync_state });
    expect(diff).toHaveLength(200_000);
    expect(diff?.endsWith('…')).toBe(true);
  });

  it('shows no diff of before when it is in sync', () => {
    const sync_state = { status: 1, reason: 'old' };
    expect(projectLiveState(v1([]), { sync_state }).diff).toBeUndefined();
  });

  it('shows the canary variant of a real Karmada as unhealthy while it lives', () => {
    const health = recording('v0-run-canary-on-karmada')
      .flatMap(({ response }) => response?.snapshot ?? [])
      .map(raw => projectLiveState(raw).targets[0].health);
    expect(health).toContain('unhealthy');
    expect(health.at(-1)).toBe('healthy');
  });
});

import { placementState } from '@fairway/backstage-plugin-multicluster-common';
import { input, workload } from '../__testUtils__/objects';
import { WorkloadNative } from '../native/WorkloadNative';
import { derivePlacement, WorkloadInput } from './derivePlacement';

const none = { total: 0, updated: 0, ready: 0, available: 0 };
/** A Job or CronJob counts nothing. */
const run = {
  wanted: undefined,
  renewed: undefined,
  total: undefined,
  updated: undefined,
  ready: undefined,
  available: undefined,
};

function derive(
  given: Partial<WorkloadNative>,
  options: Parameters<typeof input>[1] = {},
) {
  return derivePlacement(input(given, options));
}

describe('derivePlacement at first sight', () => {
  it.each`
    what                                    | kind             | given                                               | state            | summary          | reason
    ${'all copies there'}                   | ${'Deployment'}  | ${{}}                                               | ${'healthy'}     | ${'converged'}   | ${undefined}
    ${'a change nobody looked at yet'}      | ${'Deployment'}  | ${{ behind: { observed: 3 } }}                      | ${'rolling-out'} | ${'progressing'} | ${'RollingOut'}
    ${'copies of the old revision'}         | ${'Deployment'}  | ${{ updated: 1 }}                                   | ${'rolling-out'} | ${'progressing'} | ${'RollingOut'}
    ${'the surge of a rollout'}             | ${'Deployment'}  | ${{ total: 4 }}                                     | ${'rolling-out'} | ${'progressing'} | ${'RollingOut'}
    ${'too many of the newest'}             | ${'Deployment'}  | ${{ total: 5, updated: 5 }}                         | ${'rolling-out'} | ${'progressing'} | ${'ScalingDown'}
    ${'a rollout that the cluster gave up'} | ${'Deployment'}  | ${{ updated: 1, stalled: true }}                    | ${'rolling-out'} | ${'degraded'}    | ${'ProgressDeadlineExceeded'}
    ${'short, and never seen whole'}        | ${'Deployment'}  | ${{ available: 2 }}                                 | ${'rolling-out'} | ${'progressing'} | ${'RollingOut'}
    ${'short, after a rollout was through'} | ${'Deployment'}  | ${{ available: 2, through: true }}                  | ${'unhealthy'}   | ${'degraded'}    | ${'Unhealthy'}
    ${'short, given up'}                    | ${'Deployment'}  | ${{ available: 2, stalled: true }}                  | ${'unhealthy'}   | ${'degraded'}    | ${'ProgressDeadlineExceeded'}
    ${'paused in a change'}                 | ${'Deployment'}  | ${{ paused: true, updated: 0 }}                     | ${'suspended'}   | ${'progressing'} | ${'Paused'}
    ${'paused with copies missing'}         | ${'Deployment'}  | ${{ paused: true, updated: 0, available: 1 }}       | ${'suspended'}   | ${'degraded'}    | ${'Paused'}
    ${'paused with nothing to do'}          | ${'Deployment'}  | ${{ paused: true }}                                 | ${'healthy'}     | ${'converged'}   | ${undefined}
    ${'scaled to zero'}                     | ${'Deployment'}  | ${{ wanted: 0, renewed: 0, ...none }}               | ${'healthy'}     | ${'converged'}   | ${'ScaledToZero'}
    ${'a partition that holds copies back'} | ${'StatefulSet'} | ${{ renewed: 1, updated: 1 }}                       | ${'healthy'}     | ${'converged'}   | ${undefined}
    ${'old copies that nobody replaces'}    | ${'StatefulSet'} | ${{ renewed: undefined, updated: 0 }}               | ${'healthy'}     | ${'converged'}   | ${undefined}
    ${'a DaemonSet that finds no node'}     | ${'DaemonSet'}   | ${{ wanted: 0, renewed: 0, ...none }}               | ${'healthy'}     | ${'converged'}   | ${undefined}
    ${'a Job that runs'}                    | ${'Job'}         | ${run}                                              | ${'applied'}     | ${'converged'}   | ${undefined}
    ${'a Job that is through'}              | ${'Job'}         | ${{ ...run, end: 'complete' }}                      | ${'healthy'}     | ${'converged'}   | ${undefined}
    ${'a Job that failed'}                  | ${'Job'}         | ${{ ...run, end: 'failed', endMessage: 'Backoff' }} | ${'unhealthy'}   | ${'degraded'}    | ${'JobFailed'}
    ${'a Job that waits to be let go'}      | ${'Job'}         | ${{ ...run, suspended: true }}                      | ${'suspended'}   | ${'converged'}   | ${'Suspended'}
    ${'a CronJob'}                          | ${'CronJob'}     | ${run}                                              | ${'applied'}     | ${'converged'}   | ${undefined}
    ${'a CronJob that is switched off'}     | ${'CronJob'}     | ${{ ...run, suspended: true }}                      | ${'suspended'}   | ${'converged'}   | ${'Suspended'}
  `('$what reads $state', ({ kind, given, state, summary, reason }) => {
    const derived = derive(given, { kind });

    expect(placementState(derived.targets[0].axes)).toBe(state);
    expect(derived.summary).toMatchObject({ state: summary });
    expect(derived.summary.reason).toBe(reason);
    expect(derived.targets).toHaveLength(1);
    expect(derived.targets[0].cluster).toBe('gondor');
  });
});

describe('derivePlacement over time', () => {
  /** States of one workload as it goes through these statuses, a second apart. */
  function states(
    steps: Array<
      Partial<WorkloadNative> & { generation?: number; later?: number }
    >,
  ) {
    let previous: WorkloadInput['previous'];
    let now = 1_000_000;
    return steps.map(({ generation = 4, later = 1_000, ...given }) => {
      now += later;
      previous = derive(given, {
        previous,
        now,
        workload: workload({ generation }),
      });
      return placementState(previous.targets[0].axes);
    });
  }

  it('calls missing copies unhealthy once all were there', () => {
    expect(states([{}, { available: 2 }, {}])).toEqual([
      'healthy',
      'unhealthy',
      'healthy',
    ]);
  });

  it('calls them rolling out after a change, until all were there or the deadline passed', () => {
    expect(
      states([
        {},
        { generation: 5, behind: { observed: 4 } },
        { generation: 5, updated: 1, total: 4 },
        { generation: 5, available: 2 },
        { generation: 5, available: 2, later: 599_000 },
      ]),
    ).toEqual([
      'healthy',
      'rolling-out',
      'rolling-out',
      'rolling-out',
      'unhealthy',
    ]);
  });

  it('does not take the word for an earlier rollout while copies are added', () => {
    expect(
      states([
        { through: true },
        { through: true, generation: 5, wanted: 5, renewed: 3 },
      ]),
    ).toEqual(['healthy', 'rolling-out']);
  });

  it('asks for another look when the deadline passes, and for none at rest', () => {
    expect(derive({ updated: 1 }).recheckAt).toBe(1_600_000);
    expect(derive({}).recheckAt).toBeUndefined();
    expect(derive({ updated: 1 }, { now: 5 }).recheckAt).toBe(600_005);
  });

  it('lets what is being deleted leave', () => {
    const derived = derive({}, { workload: workload({ deleting: true }) });

    expect(derived.targets[0].axes.lifecycle).toBe('leaving');
    expect(derived.summary.reason).toBe('Deleting');
  });
});

describe('versions', () => {
  const ID = `sha256:${'a'.repeat(64)}`;
  const old = [{ container: 'app', image: 'cart:1', version: '1' }];
  const versionOf = (
    given: Partial<WorkloadNative>,
    options?: Parameters<typeof input>[1],
  ) => {
    const [{ versions, versionKnowledge }] = derive(given, options).targets;
    return [versionKnowledge, ...versions.map(v => [v.version, v.digest])];
  };

  it.each`
    what                                          | given                                 | expected
    ${'what the template names'}                  | ${{}}                                 | ${['known', ['latest', undefined]]}
    ${'the id that the pods report'}              | ${{ ids: { app: ID } }}               | ${['known', ['latest', ID]]}
    ${'nothing of an id of another container'}    | ${{ ids: { other: ID } }}             | ${['known', ['latest', undefined]]}
    ${'the newest while old copies are replaced'} | ${{ updated: 1, total: 4 }}           | ${['known', ['latest', undefined]]}
    ${'unknown while nothing new runs'}           | ${{ updated: 0 }}                     | ${['unknown']}
    ${'unknown where old and new stay'}           | ${{ renewed: 1, updated: 1 }}         | ${['unknown']}
    ${'unknown where nobody replaces'}            | ${{ renewed: undefined, updated: 1 }} | ${['unknown']}
    ${'unknown of a generation never seen'}       | ${{ behind: { observed: 2 } }}        | ${['unknown']}
    ${'what ran before a change is looked at'}    | ${{ behind: { observed: 3 } }}        | ${['known', ['1', undefined]]}
  `('are $what', ({ given, expected }) => {
    const imagesByGeneration = new Map([[3, old]]);

    expect(versionOf(given, { imagesByGeneration })).toEqual(expected);
  });

  it('stay as they were until the cluster tells of a template that changed', () => {
    const before = derive({ ids: { app: ID } });
    const changed = workload({
      generation: 5,
      images: [{ container: 'app', image: 'cart:2', version: '2' }],
    });
    const went = (given: Partial<WorkloadNative>) =>
      versionOf(given, { workload: changed, previous: before });

    expect(went({ ids: { app: ID } })).toEqual(['known', ['latest', ID]]);
    expect(went({ generation: 5, paused: true, updated: 0 })).toEqual([
      'unknown',
    ]);
    expect(went({ generation: 5 })).toEqual(['known', ['2', undefined]]);
  });

  it('are those of the template where it is not told of which generation', () => {
    expect(versionOf({ generation: undefined })).toEqual([
      'known',
      ['latest', undefined],
    ]);
  });

  it('keep a digest that the reference itself carries', () => {
    const digest = `sha256:${'b'.repeat(64)}`;
    const pinned = workload({
      images: [
        { container: 'app', image: `a@${digest}`, version: 'x', digest },
      ],
    });

    expect(versionOf({ ids: { app: ID } }, { workload: pinned })).toEqual([
      'known',
      ['x', digest],
    ]);
  });

  it('are not those of a workload that was made anew', () => {
    expect(versionOf({}, { workload: workload({ uid: 'another' }) })).toEqual([
      'unknown',
    ]);
  });
});

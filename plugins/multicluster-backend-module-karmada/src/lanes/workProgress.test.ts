import { recording } from '../__fixtures__/recording';
import { LaneBinding } from './LaneBinding';
import { workProgress } from './workProgress';

type Json = Record<string, any>;
const binding = {} as LaneBinding;
const progress = (raw: Json | undefined) =>
  workProgress({ binding, cluster: 'm1', work: raw });

const TRUE = (type: string) => ({ type, status: 'True' });

function work(report: Json | undefined, change: Json = {}): Json {
  return {
    metadata: { annotations: change.annotations ?? {} },
    spec: {
      suspendDispatching: change.held ?? false,
      workload: {
        manifests: [
          {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            metadata: {
              annotations: { 'resourcetemplate.karmada.io/generation': '3' },
            },
            spec: { replicas: 2 },
            ...change.manifest,
          },
        ],
      },
    },
    status: {
      conditions: change.conditions ?? [TRUE('Dispatching'), TRUE('Applied')],
      manifestStatuses: [{ status: report }],
    },
  };
}

const ALL = {
  resourceTemplateGeneration: 3,
  generation: 5,
  observedGeneration: 5,
  replicas: 2,
  updatedReplicas: 2,
  availableReplicas: 2,
};

describe('workProgress', () => {
  it.each<[string, Json | undefined, string]>([
    ['all of it is there', work(ALL), 'done'],
    ['nothing is rendered', undefined, 'dispatching'],
    ['it is held', work(ALL, { held: true }), 'dispatching'],
    [
      'it was held a moment ago',
      work(ALL, { conditions: [TRUE('Applied')] }),
      'dispatching',
    ],
    [
      'it was never applied',
      work(ALL, { conditions: [TRUE('Dispatching')] }),
      'dispatching',
    ],
    [
      'what is reported is of the dispatch before',
      work({ ...ALL, resourceTemplateGeneration: 2 }),
      'behind',
    ],
    ['nothing is reported', work(undefined), 'behind'],
    [
      'the member has yet to look at it',
      work({ ...ALL, observedGeneration: 4 }),
      'behind',
    ],
    ['copies are missing', work({ ...ALL, availableReplicas: 1 }), 'copies'],
    [
      'zero copies are omitted',
      work({ ...ALL, updatedReplicas: undefined }),
      'copies',
    ],
    ['old copies are still there', work({ ...ALL, replicas: 3 }), 'copies'],
    [
      'a kind without generations has to be looked at',
      work(undefined, { manifest: { kind: 'ConfigMap', metadata: {} } }),
      'look',
    ],
    [
      'an override changes it without another generation',
      work(ALL, {
        annotations: {
          'policy.karmada.io/applied-overrides': '[{"policyName":"o"}]',
        },
      }),
      'look',
    ],
    [
      'a job that failed is no success, whatever its health',
      work(
        { conditions: [{ type: 'Failed', status: 'True', message: 'no' }] },
        { manifest: { apiVersion: 'batch/v1', kind: 'Job', metadata: {} } },
      ),
      'failed',
    ],
    [
      'the member refuses it',
      work(ALL, {
        conditions: [{ type: 'Applied', status: 'False', message: 'exists' }],
      }),
      'refused',
    ],
    [
      'it is sent again to a member that was away, by what was known of it before',
      work(undefined, {
        manifest: { metadata: { name: 'shop' } },
        conditions: [
          TRUE('Dispatching'),
          {
            type: 'Applied',
            status: 'False',
            message:
              'Failed to apply all manifests (0/1): deployments.apps "shop" not found',
          },
        ],
      }),
      'dispatching',
    ],
  ])('%s', (_, raw, state) => {
    expect(progress(raw).state).toBe(state);
  });

  it.each<[string, Json, string]>([
    [
      'has it',
      work(ALL, { held: true, conditions: [TRUE('Applied')] }),
      'done',
    ],
    [
      'has what was sent before',
      work(
        { ...ALL, resourceTemplateGeneration: 2 },
        { held: true, conditions: [TRUE('Applied')] },
      ),
      'behind',
    ],
    [
      'is short of copies',
      work(
        { ...ALL, availableReplicas: 1 },
        { held: true, conditions: [TRUE('Applied')] },
      ),
      'copies',
    ],
    [
      'was sent nothing',
      work(ALL, { held: true, conditions: [] }),
      'dispatching',
    ],
  ])('of a cluster that is held again: it %s', (_, raw, state) => {
    const rendered = { binding, cluster: 'm1', work: raw };
    expect(workProgress(rendered, { held: true }).state).toBe(state);
  });

  it('believes no recorded Work of a held dispatch before the member had it', () => {
    const told = recording('held-dispatch-released-by-cluster')
      .filter(({ stream, object }) => {
        const { namespace, name } = object.metadata;
        return (
          stream === 'work' &&
          namespace === 'karmada-es-member1' &&
          name.startsWith('held-')
        );
      })
      .map(({ object }) => ({
        state: progress(object).state,
        image:
          object.spec.workload.manifests[0].spec.template.spec.containers[0]
            .image,
        held: object.spec.suspendDispatching,
      }));
    expect(told.some(({ state }) => state === 'done')).toBe(true);
    for (const { state, held } of told) {
      expect(held && state === 'done').toBe(false);
    }
    // Released with another image: the first thing told is never that it is there.
    const released = told.findIndex(
      ({ held, image }) => !held && image === 'app:2',
    );
    expect(['dispatching', 'behind']).toContain(told[released].state);
  });
});

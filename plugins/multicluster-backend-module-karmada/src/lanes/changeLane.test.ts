import { LaneChange } from '@fairway/backstage-plugin-multicluster-node';
import { KubernetesTransport } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { Writer } from '../act/Writer';
import { projectPolicy } from '../project/projectPolicy';
import { changeLane } from './changeLane';

const managedBy = (manager: string, fields: object) => ({
  manager,
  operation: 'Apply',
  fieldsV1: fields,
});
const suspension = { 'f:spec': { 'f:suspension': { 'f:dispatching': {} } } };

function policy(spec: object, managedFields: object[], annotations = {}) {
  return {
    kind: 'PropagationPolicy',
    metadata: {
      name: 'cart',
      namespace: 'shop',
      resourceVersion: '7',
      annotations,
      managedFields,
    },
    spec,
  };
}

const held = policy(
  { suspension: { dispatching: true } },
  [managedBy('fairway', suspension), managedBy('argocd', suspension)],
  { 'fairway.io/held-by': 'user:default/ann' },
);

/** Disarms what is held; the control plane answers with this. */
async function disarm(answer: object, dryRun = false) {
  const transport = (body: object) =>
    ({ json: async () => body } as unknown as KubernetesTransport);
  const request: LaneChange = {
    policy: projectPolicy(held, 'PropagationPolicy')!,
    placements: [],
    form: 'disarm',
    clusters: [],
    resourceVersion: '7',
    caller: { userEntityRef: 'user:default/ann', ownershipEntityRefs: [] },
    note: { by: 'user:default/ann' },
    dryRun,
    deadlineMs: 5000,
    signal: new AbortController().signal,
  };
  const writer: Writer = {
    transport: transport(answer),
    actedAs: { mode: 'service' },
  };
  return changeLane(request, writer, transport(held));
}

describe('disarming a lane', () => {
  it('says that nothing holds it only where the answer holds nothing', async () => {
    expect(await disarm(policy({}, []))).toMatchObject({
      outcome: 'applied',
      sentence: { code: 'lane.disarmed' },
    });
    const rescheduled = policy({ suspension: { dispatching: false } }, []);
    expect((await disarm(rescheduled)).sentence?.code).toBe('lane.disarmed');
  });

  it.each`
    form                                                                   | says
    ${{ suspension: { dispatching: true } }}                               | ${'everything'}
    ${{ suspension: { dispatchingOnClusters: { clusterNames: ['m1'] } } }} | ${'a cluster'}
  `('names who still holds $says, before and after', async ({ form }) => {
    const note = {
      'f:metadata': { 'f:annotations': { 'f:fairway.io/x': {} } },
    };
    const answer = policy(form, [
      managedBy('argocd', suspension),
      managedBy('labeller', note),
    ]);
    for (const dryRun of [true, false]) {
      const { outcome, sentence } = await disarm(answer, dryRun);
      expect(outcome).toBe(dryRun ? 'requested' : 'applied');
      expect(sentence?.code).toBe('lane.disarmed.elsewhere');
      expect(sentence?.params).toEqual({ managers: 'argocd' });
    }
  });

  it('does not name who manages our note alone', async () => {
    const note = {
      'f:metadata': { 'f:annotations': { 'f:fairway.io/held-by': {} } },
    };
    const answer = policy({ suspension: { dispatching: true } }, [
      managedBy('copier', note),
      managedBy('argocd', suspension),
    ]);
    const { sentence } = await disarm(answer);
    expect(sentence?.params).toEqual({ managers: 'argocd' });
  });
});

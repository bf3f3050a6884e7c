import { RunsWorld } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { HandPiped } from './HandPiped';
import { SimulatedPipecd } from './SimulatedPipecd';
import { worldFaults } from './worldFaults';
import { worldGates } from './worldGates';
import { worldLogs } from './worldLogs';

export const HOOK_SECRET = 'what pipeds send with every notification';

/** What the conformance kit does to the embedded PipeCD. */
export function pipecdWorld(simulated: SimulatedPipecd): RunsWorld {
  const { rows } = simulated;
  const piped = HandPiped.of(simulated);
  const pipedId = simulated.pipecd.world.v0.id;
  const alive = () => rows.lastStats.set(pipedId, Number.MAX_SAFE_INTEGER);
  alive();
  const stages = [
    { name: 'SCRIPT_RUN', status: 1 },
    { name: 'WAIT', status: 0 },
  ];
  const start = (pipelineKey: string, status = 2) => {
    const { id } = piped.start(pipelineKey, stages, { status });
    return { key: id, pipelineKey };
  };
  return {
    polls: true,
    readsGates: true,
    decides: true,
    acts: true,
    cancels: true,
    syncs: true,
    addPipeline: async name => {
      const { id } = simulated.pipecd.world.addApplication({
        name,
        piped: 'v0',
        kind: 'TERRAFORM',
        labels: { team: 'shop', env: 'dev', tier: 'web' },
        spec: {},
      });
      return { key: id, name };
    },
    startRun: async ({ key }) => start(key),
    finish: async ({ key }, verdict) => piped.finish(key, verdict),
    remove: async ({ key }) => {
      rows.applications.delete(key);
      for (const { id, application_id } of [...rows.deployments.values()]) {
        if (application_id === key) {
          rows.deployments.delete(id);
        }
      }
    },
    manyRuns: async ({ key }) =>
      Array.from({ length: 120 }, (_, at) => {
        const run = start(key);
        piped.finish(run.key, 'succeeded');
        // Apart, so that a page ends between two of them.
        rows.deployments.get(run.key)!.updated_at -= 1000 - at;
        return run;
      }),
    hideFromLists: async ({ key }) => {
      simulated.hidden.add(key);
    },
    restamp: async ({ key, pipelineKey }) => {
      piped.edit(key, deployment => {
        deployment.updated_at += 1;
      });
      rows.changeApplication(pipelineKey, application => {
        application.updated_at += 1;
        application.sync_state = { timestamp: rows.now() };
      });
    },
    // The embedded control plane gives maps in another order in every answer.
    shuffleMaps: async () => async () => {},
    setUnknownValue: async ({ key }) =>
      piped.edit(key, deployment => {
        deployment.status = 77;
      }),
    plantSecret: async ({ key }, secret) =>
      piped.edit(key, deployment => {
        deployment.metadata = { password: secret };
        deployment.stages[0].metadata = { 'some-token': secret };
      }),
    deletePipeline: async ({ key }) =>
      rows.changeApplication(key, application => {
        Object.assign(application, { deleted: true, disabled: true });
      }),
    disablePipeline: async ({ key }) =>
      rows.changeApplication(key, application => {
        application.disabled = true;
      }),
    stopAgent: async () => {
      rows.lastStats.delete(pipedId);
      return async () => {
        alive();
      };
    },
    restartAgent: async ({ key }) =>
      piped.edit(key, deployment => {
        deployment.stages[0].completed_at = rows.now();
      }),
    queueRun: async ({ key }) => {
      const { id } = piped.start(key, [], { status: 0 });
      rows.deployments.get(id)!.created_at += 1;
      return { key: id, pipelineKey: key };
    },
    writes: async () => simulated.writes(),
    hookRequest: ({ key }) => ({
      headers: { 'pipecd-signature': HOOK_SECRET },
      secretHeader: 'pipecd-signature',
      body: Buffer.from(
        JSON.stringify({
          Type: 4,
          Metadata: { deployment: { id: key, status: 1, summary: 'a lie' } },
        }),
      ),
    }),
    ...worldFaults(simulated),
    ...worldGates(simulated, piped),
    ...worldLogs(simulated),
  };
}

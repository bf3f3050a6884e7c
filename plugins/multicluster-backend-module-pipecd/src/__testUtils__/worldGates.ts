import { RunsWorld } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { HandPiped } from './HandPiped';
import { SimulatedPipecd } from './SimulatedPipecd';

/** Names of the people of the harness, in PipeCD. */
export const NAMES = { approver: 'alice', other: 'bob' } as const;

/** What happens to gates of the embedded PipeCD. */
export function worldGates(
  simulated: SimulatedPipecd,
  piped: HandPiped,
): Pick<
  Required<RunsWorld>,
  | 'startGatedRun'
  | 'reopenGate'
  | 'approveElsewhere'
  | 'rollBack'
  | 'expireGate'
  | 'decisionsOf'
  | 'addForeignRun'
> {
  const { rows, pipecd } = simulated;
  const gated = (pipelineKey: string, approvers: string[], needed?: number) => {
    const metadata = { Approvers: approvers.join(',') };
    const stages = [
      { name: 'WAIT_APPROVAL', status: 1, metadata: { ...metadata } },
      { name: 'WAIT_APPROVAL', status: 0, metadata: { ...metadata } },
      { name: 'SCRIPT_RUN', status: 0 },
    ];
    const { id } = piped.start(pipelineKey, stages, { needed });
    return { key: id, pipelineKey };
  };
  return {
    startGatedRun: async ({ key }, { approvers, needed }) =>
      gated(
        key,
        approvers === 'both'
          ? [NAMES.approver, NAMES.other]
          : [NAMES[approvers]],
        needed,
      ),
    reopenGate: async ({ key }) =>
      piped.edit(key, deployment => {
        const gate = deployment.stages[0];
        gate.metadata = { ...gate.metadata, ApprovedBy: NAMES.approver };
        piped.next(deployment, gate);
      }),
    approveElsewhere: async ({ key }, who) => piped.approve(key, NAMES[who]),
    rollBack: async ({ key }) =>
      piped.edit(key, deployment => {
        deployment.status = 3;
      }),
    expireGate: async ({ key }) => {
      piped.log(key, 'stage-0', ['Timed out 40s']);
      piped.finish(key, 'failed', 'Failed while executing stage stage-0');
    },
    decisionsOf: async ({ key }) =>
      (rows.deployments.get(key)?.stages ?? []).flatMap(({ metadata }) =>
        (metadata?.ApprovedBy ?? '').split(', ').filter(Boolean),
      ),
    addForeignRun: async () => {
      const { id } = pipecd.world.addApplication({
        name: `foreign-${rows.uuid().slice(0, 8)}`,
        piped: 'v0',
        kind: 'TERRAFORM',
        project: 'other',
        spec: {},
      });
      const approvers = ['mallory-of-the-other-project'];
      return { ...gated(id, approvers), approvers };
    },
  };
}

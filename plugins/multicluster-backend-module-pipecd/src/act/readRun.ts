import { RunFact } from '@fairway/backstage-plugin-multicluster-node';
import { status } from '@grpc/grpc-js';
import { GateLog } from '../native/GateLog';
import { PipecdRun } from '../native/PipecdRun';
import { mergeGateLog } from '../project/mergeGateLog';
import { parseGateLog } from '../project/parseGateLog';
import { projectDeployment } from '../project/projectDeployment';
import { ProjectReader } from '../ProjectReader';
import { CallOptions } from '../wire/ControlPlane';
import { PipecdError } from '../wire/PipecdError';

/**
 * A run as it is at this moment, with what the log of one gate says now.
 *
 * @param known - as stored, with what logs said before
 * @throws PipecdError; for a deployment of another project as PipeCD itself would refuse it
 * @internal
 */
export async function readRun(
  reader: ProjectReader,
  known: RunFact<PipecdRun>,
  gateId: string | undefined,
  options: CallOptions,
): Promise<RunFact<PipecdRun>> {
  const raw = await reader.deployment(known.key, options);
  const learnt: Record<string, GateLog> = {};
  for (const { id, log } of known.native.stages) {
    if (log) {
      learnt[id] = log;
    }
  }
  const gate = known.native.stages.find(({ key }) => key === gateId);
  if (gate?.gate && gate.name === 'WAIT_APPROVAL') {
    const { id: stageId, retried } = gate;
    const log = await reader.stageLog(
      { deploymentId: known.key, stageId, retried, from: 0 },
      options,
    );
    if (log) {
      const read = parseGateLog(log.blocks ?? []);
      learnt[stageId] = mergeGateLog(learnt[stageId], read);
    }
  }
  const fact = projectDeployment(raw, learnt);
  if (!fact || (raw.project_id && raw.project_id !== reader.project)) {
    throw PipecdError.create({
      grpc: fact ? status.PERMISSION_DENIED : status.NOT_FOUND,
      problem: fact ? 'forbidden' : 'upstream-error',
      details: fact ? 'does not belong to the project' : '',
      call: 'GetDeployment',
      sent: true,
    });
  }
  return fact;
}

import {
  DeliverySource,
  GateCapability,
} from '@fairway/backstage-plugin-multicluster-node';
import { RunRecord } from '../../views/runs/RunRecord';
import { RequestDetail } from '../model/RequestRecord';
import { DraftGate } from './DraftGate';

/** What views show of a request about a gate of a run, beside what it is about. */
export function detailOfDraft(
  { hash, fact, derived, pipeline }: RunRecord,
  gate: DraftGate,
  source?: Pick<DeliverySource, 'product' | 'type' | 'gates'>,
): RequestDetail {
  const tool = source?.product ?? source?.type;
  const stage =
    gate.kind === 'pull'
      ? derived.stages.find(({ id }) => id === gate.stageId)
      : undefined;
  const shown =
    gate.kind === 'gate'
      ? {
          gateTitle: gate.gate.description ?? gate.gate.title,
          ...(gate.gate.url && { gateUrl: gate.gate.url }),
          ...(!gate.gate.anyone && {
            toolApprovers: gate.gate.approvers.map(({ nativeId }) => nativeId),
          }),
          ...(gate.gate.quorum.n !== undefined && {
            toolNeeds: gate.gate.quorum.n,
          }),
        }
      : { gateTitle: stage?.description ?? stage?.name ?? gate.name };
  return {
    ...(tool && { tool }),
    runId: hash,
    pipelineName: pipeline.name,
    ...(fact.url && { runUrl: fact.url }),
    ...shown,
    ...(derived.rollsBack !== undefined && {
      rejectRollsBack: derived.rollsBack,
    }),
    ...(gate.kind === 'gate' && {
      toolRejects: takesRejections(source?.gates?.capabilities() ?? []),
    }),
  };
}

function takesRejections(capabilities: GateCapability[]): boolean {
  return capabilities.some(
    ({ verdict, available }) => verdict === 'reject' && available,
  );
}

import { RunRecord } from '../../views/runs/RunRecord';
import { RequestDraft } from '../engine/ApprovalEngine';
import { gateKeyOf } from '../subject/gateKeyOf';
import { DraftGate } from './DraftGate';

/** By what a request about a gate of a run is found again. */
export function keysOfDraft(
  { fact, pipeline }: Pick<RunRecord, 'fact' | 'pipeline'>,
  gate: DraftGate,
): Pick<
  RequestDraft,
  'runKey' | 'pipelineKey' | 'gateKey' | 'gateId' | 'gateVersion'
> {
  const at = { source: pipeline.source, runKey: fact.key };
  const run = { runKey: fact.key, pipelineKey: fact.pipelineKey };
  if (gate.kind === 'pull') {
    const { kind, name } = gate;
    return {
      ...run,
      gateKey: gateKeyOf({ kind, ...at, gate: name }),
      gateId: name,
    };
  }
  const { id, version } = gate.gate;
  return {
    ...run,
    gateKey: gateKeyOf({
      kind: 'gate',
      ...at,
      gateId: id,
      gateVersion: version,
    }),
    gateId: id,
    gateVersion: version,
  };
}

import { Gate, GateState } from '@fairway/backstage-plugin-multicluster-common';
import { ScopeRun } from '../PromotionScope';
import { isUnderWay, stagesUpTo } from './runProgress';

/** A gate and the run that it holds. */
export interface ScopeGate {
  gate: Gate;
  run: ScopeRun;
}

/**
 * Gates in a state that stand between runs under way and an environment, in the order of the tool. Where a stage brings a
 * run there, gates behind that stage are somebody else's; one that belongs to no stage holds all of them.
 */
export function gatesTowards(runs: ScopeRun[], state: GateState): ScopeGate[] {
  return runs.filter(isUnderWay).flatMap(run => {
    const before =
      run.stage === undefined ? undefined : stagesUpTo(run.stages, run.stage);
    return run.gates
      .filter(
        gate =>
          gate.state === state &&
          (!before || !gate.stageId || before.has(gate.stageId)),
      )
      .map(gate => ({ gate, run }));
  });
}

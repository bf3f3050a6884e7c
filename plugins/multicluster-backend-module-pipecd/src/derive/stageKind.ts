import { StageKind } from '@fairway/backstage-plugin-multicluster-common';
import { PipecdStage } from '../native/PipecdRun';

/** What a stage does, by what PipeCD says of it and else by its name; plugins bring names of their own, which are tasks. @internal */
export function stageKind({ gate, rollback, name }: PipecdStage): StageKind {
  if (gate) {
    return 'approval';
  }
  if (rollback) {
    return 'rollback';
  }
  switch (name) {
    case 'WAIT':
      return 'wait';
    case 'ANALYSIS':
      return 'analysis';
    default:
      return 'task';
  }
}

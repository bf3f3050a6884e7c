import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { RunContext } from './RunContext';
import { StageState } from './StageState';

const SHARES: Readonly<Record<string, string>> = {
  'primary-percentage': 'stage.share.primary',
  'canary-percentage': 'stage.share.canary',
  'baseline-percentage': 'stage.share.baseline',
  'promote-percentage': 'stage.share.promote',
  'canary-scale': 'stage.share.canaryScale',
};

/** What is said of a stage beside its status: why it did not run or ended, shares of traffic. @internal */
export function stageNotes(
  stage: PipecdStage,
  state: StageState,
  context: RunContext,
): Sentence[] {
  const { shares = {}, elapsed: duration } = stage;
  const why = endNote(stage, state, context);
  return [
    ...(why ? [why] : []),
    ...Object.entries(SHARES).flatMap(([name, code]) =>
      shares[name]
        ? [sentence(code, { value: shares[name].replace(/%$/, '') })]
        : [],
    ),
    ...(duration ? [sentence('stage.elapsed', { duration })] : []),
  ];
}

function endNote(
  stage: PipecdStage,
  { status }: StageState,
  context: RunContext,
): Sentence | undefined {
  switch (stage.status) {
    case StageStatus.NOT_STARTED_YET:
      return status === 'skipped' ? notRunNote(context) : undefined;
    case StageStatus.RUNNING:
      return context.phase === 'back' && !stage.rollback
        ? sentence('stage.beingStopped')
        : undefined;
    case StageStatus.FAILURE:
      return stage.at === undefined
        ? sentence('stage.failedBeforeStart')
        : undefined;
    case StageStatus.CANCELLED:
      return cancelledNote(stage, context);
    case StageStatus.SKIPPED:
      return stage.skippedBy
        ? sentence('stage.skippedBy', { actor: stage.skippedBy })
        : sentence('stage.skippedByRule');
    case StageStatus.EXITED:
      return sentence('stage.exited');
    default:
      return undefined;
  }
}

function notRunNote({ exitedStage: stage }: RunContext): Sentence {
  return stage
    ? sentence('stage.notNeeded', { stage })
    : sentence('stage.notReached');
}

function cancelledNote(
  { key }: PipecdStage,
  { cause, agentName: agent }: RunContext,
): Sentence | undefined {
  if (cause?.stage?.key !== key) {
    return undefined;
  }
  switch (cause.kind) {
    case 'timed-out':
      return sentence('stage.timedOut');
    case 'agent-stopped':
      return sentence('stage.agentStopped', { agent });
    default:
      return cause.actor
        ? sentence('stage.cancelledBy', { actor: cause.actor })
        : undefined;
  }
}

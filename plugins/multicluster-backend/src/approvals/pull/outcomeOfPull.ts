import { sentence, Stage } from '@fairway/backstage-plugin-multicluster-common';
import { DerivedRun } from '@fairway/backstage-plugin-multicluster-node';
import { StepObservation } from '../delivery/DeliveryAdapter';
import { isPast } from './askingStages';
import { PullEntry } from './PullEntry';

/**
 * What became of an answer, by the stage that it was for: it took effect when that stage ended as it was told, and never
 * because the stage asked.
 *
 * @param run - as the tool says now; absent: the tool knows no such run
 */
export function outcomeOfPull(
  run: Pick<DerivedRun, 'status' | 'detail' | 'stages'> | undefined,
  entry: PullEntry | undefined,
): StepObservation {
  const stage = run?.stages.find(({ id }) => id === entry?.stageId);
  if (!run || !entry || !stage) {
    return run && !isPast(run)
      ? {
          state: 'waiting',
          settled: true,
          sentence: sentence('pull.notAsking'),
        }
      : ended(run ? 'pull.runOver' : 'pull.runGone');
  }
  if (isAsking(stage)) {
    return {
      state: 'waiting',
      // What was told cannot be taken back any more, so that nothing is to be done again.
      settled: !entry.answer,
      sentence: sentence(entry.answer ? 'pull.notTaken' : 'pull.answerReady'),
    };
  }
  if (!entry.answer) {
    return ended(stage.status === 'succeeded' ? 'pull.wentOn' : 'pull.runOver');
  }
  const wentOn = stage.status === 'succeeded' || stage.status === 'skipped';
  if (entry.answer === 'approve') {
    return wentOn ? { state: 'observed' } : ended('pull.stageFailed');
  }
  return wentOn
    ? { state: 'halt', sentence: sentence('pull.ignored') }
    : { state: 'observed' };
}

/** Not over yet: it runs, or has to begin anew after whoever runs it was restarted. */
function isAsking({ status }: Stage): boolean {
  return !['succeeded', 'failed', 'cancelled', 'skipped'].includes(status);
}

function ended(code: string): StepObservation {
  return { state: 'ended', how: 'cancelled', sentence: sentence(code) };
}

import assert from 'node:assert/strict';
import { ActionResult } from '@fairway/backstage-plugin-multicluster-common';
import { ActionCapability, ActionName, ActionRequest } from '../../../contract';
import { uniqueName } from '../uniqueName';
import { assertResult } from './decide';
import { RunsConformanceContext } from './RunsConformanceContext';
import { RunningRunsObservation } from './startObservation';
import { RunsPerson, RunsSource } from './RunsHarness';
import { RunsWorldRun } from './RunsWorld';

/** Asks for an action as a person would through the portal, and checks the form of the answer. @internal */
export async function act(
  context: RunsConformanceContext,
  source: RunsSource,
  name: ActionName,
  subject: ActionRequest['subject'],
  options: Partial<ActionRequest> & { as?: RunsPerson } = {},
): Promise<ActionResult> {
  const { as = context.people.approver, ...others } = options;
  const result = await context.actions(source).act({
    name,
    subject,
    caller: as.caller,
    userCredential: as.userCredential,
    idempotencyKey: uniqueName(),
    deadlineMs: 5_000,
    signal: AbortSignal.timeout(context.patienceMs),
    ...others,
  });
  assertResult(context, result);
  return result;
}

/** The subject of an action on a run that is stored: itself, its running stage or its pipeline. @internal */
export function subjectOf(
  kind: ActionCapability['subject'],
  { sink, tracker }: RunningRunsObservation,
  { key }: RunsWorldRun,
): ActionRequest['subject'] {
  const run = sink.fact('run', key);
  assert.ok(run, `run ${key} is not stored`);
  if (kind === 'run') {
    return { kind, run };
  }
  if (kind === 'stage') {
    const stages = tracker.derive(key)?.stages ?? [];
    const stage =
      stages.find(({ status }) => status === 'running') ?? stages[0];
    assert.ok(stage, 'the run has no stage');
    return { kind, run, stageId: stage.id };
  }
  const pipeline = sink.fact('pipeline', run.pipelineKey);
  assert.ok(pipeline, `pipeline ${run.pipelineKey} is not stored`);
  return { kind, pipeline };
}

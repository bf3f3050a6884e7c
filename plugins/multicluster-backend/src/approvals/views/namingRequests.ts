import {
  EntityRuns,
  Gate,
  RunDetails,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { RunReader } from '../../service/RunService';
import { ViewBody } from '../../service/ViewBody';
import { RunName, selectGateRequests } from './selectGateRequests';

/** Names at each gate of what a reader of runs gives the open request that collects votes for it. */
export function namingRequests(reader: RunReader, knex: Knex): RunReader {
  return {
    list: request => reader.list(request),
    pipelines: request => reader.pipelines(request),
    owners: () => reader.owners(),
    ownersOfRun: id => reader.ownersOfRun(id),
    ownersOfPipeline: id => reader.ownersOfPipeline(id),
    async entityRuns(entity, request) {
      return inEntityRuns(knex, await reader.entityRuns(entity, request));
    },
    async run(id) {
      const view = await reader.run(id);
      return view && inRun(knex, view);
    },
  };
}

async function inRun(
  knex: Knex,
  view: ViewBody<RunDetails>,
): Promise<ViewBody<RunDetails>> {
  const run = nameOf(view.run);
  const requestOf = await selectGateRequests(knex, [run]);
  return {
    ...view,
    stages: view.stages.map(stage =>
      stage.gate
        ? { ...stage, gate: named(stage.gate, requestOf(run, stage.gate.id)) }
        : stage,
    ),
  };
}

async function inEntityRuns(
  knex: Knex,
  view: ViewBody<EntityRuns>,
): Promise<ViewBody<EntityRuns>> {
  const waiting = view.pipelines.filter(({ gates }) => gates.length > 0);
  const requestOf = await selectGateRequests(
    knex,
    waiting.flatMap(({ latest }) => (latest ? [nameOf(latest)] : [])),
  );
  return {
    ...view,
    pipelines: view.pipelines.map(pipeline => ({
      ...pipeline,
      gates: pipeline.gates.map(gate =>
        named(
          gate,
          pipeline.latest && requestOf(nameOf(pipeline.latest), gate.id),
        ),
      ),
    })),
  };
}

function nameOf(run: { source: string; nativeId: string }): RunName {
  return { source: run.source, key: run.nativeId };
}

function named(gate: Gate, requestId: string | undefined): Gate {
  return requestId === undefined ? gate : { ...gate, requestId };
}

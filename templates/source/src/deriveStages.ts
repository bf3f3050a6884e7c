import {
  isRunOver,
  RunStatus,
  Stage,
} from '@fairway/backstage-plugin-multicluster-common';
import { JsonObject } from '@backstage/types';
import { DeriveRunInput } from '@fairway/backstage-plugin-multicluster-node';
import { momentOf, objectOf, objectsOf, textOf, textsOf } from './json';
import { statusOf } from './statuses';

/**
 * The stages of a run, and the first start seen of each: a tool that restarts says that they began later. Pure.
 *
 * @internal
 */
export function deriveStages(
  { run, previous }: DeriveRunInput,
  status: RunStatus,
): { stages: Stage[]; memory: JsonObject } {
  const starts = { ...objectOf(previous?.memory?.starts) };
  const stages = new Map<string, Stage>();
  for (const message of objectsOf(run.native.stages)) {
    const id = textOf(message.id);
    // Names of stages are keys of `starts`, which is stored as JSON.
    if (id && id !== '__proto__' && !stages.has(id)) {
      const start = momentOf(starts[id]) ?? momentOf(message.startedAt);
      if (start) {
        starts[id] = start;
      }
      stages.set(id, stageOf(id, message, start, status));
    }
  }
  const shown = [...stages.values()];
  shown.forEach(stage => {
    stage.requires = stage.requires.filter(
      before => before !== stage.id && stages.has(before),
    );
  });
  return { stages: shown, memory: { starts } };
}

function stageOf(
  id: string,
  message: JsonObject,
  startedAt: string | undefined,
  run: RunStatus,
): Stage {
  const native = textOf(message.status);
  const own = statusOf(native) ?? 'unknown';
  const end = momentOf(message.finishedAt);
  const late = startedAt && end && Date.parse(end) < Date.parse(startedAt);
  return {
    id,
    name: textOf(message.name) || id,
    kind: 'task',
    status: isRunOver(run) ? statusAtTheEnd(own) : own,
    nativeStatus: native,
    requires: textsOf(message.after),
    ...(startedAt && { startedAt }),
    ...(end && { finishedAt: late ? startedAt : end }),
    steps: [],
    notes: [],
    hasLog: true,
  };
}

/** A stage cannot go on, nor begin, when its run is over, whatever was reported last. */
function statusAtTheEnd(own: RunStatus): RunStatus {
  switch (own) {
    case 'running':
    case 'waiting':
      return 'cancelled';
    case 'pending':
      return 'skipped';
    default:
      return own;
  }
}

import {
  isRunOver,
  RunDetail,
  RunStatus,
  Stage,
} from '@fairway/backstage-plugin-multicluster-common';
import { ScopeRun } from '../PromotionScope';

const BACK: ReadonlyArray<RunDetail | undefined> = [
  'rolling-back',
  'rolled-back',
  'rollback-failed',
];
const NOT_BEGUN: RunStatus[] = ['pending', 'queued', 'skipped'];

/** Whether a run takes back what it had brought, or has: as its source says, or by a stage that is there for that. */
export function isTakenBack({ run, stages }: ScopeRun): boolean {
  return (
    BACK.includes(run.detail) ||
    stages.some(
      ({ kind, status }) => kind === 'rollback' && !NOT_BEGUN.includes(status),
    )
  );
}

/**
 * Whether a run has brought what it brings: it succeeded, or the stage did by whose end it has arrived and nothing took that
 * back afterwards.
 */
export function hasArrived(item: ScopeRun): boolean {
  const { run, stage, stages } = item;
  if (stage === undefined) {
    return run.status === 'succeeded';
  }
  if (isTakenBack(item)) {
    return false;
  }
  const own = stagesNamed(stages, stage);
  return own.length > 0 && own.every(({ status }) => status === 'succeeded');
}

/** Whether a run is still on its way. One that the source gives up on is not, even if nobody knows how it ended. */
export function isUnderWay(item: ScopeRun): boolean {
  const { run, stage, stages } = item;
  if (!item.active || isRunOver(run.status) || hasArrived(item)) {
    return false;
  }
  const own = stage === undefined ? [] : stagesNamed(stages, stage);
  return (
    own.length === 0 ||
    own.some(({ status }) => !isRunOver(status)) ||
    // What had come already goes again.
    (isTakenBack(item) && own.some(({ status }) => status !== 'skipped'))
  );
}

/** Milliseconds since the epoch; when a run arrived. */
export function arrivedAt(item: ScopeRun): number | undefined {
  if (!hasArrived(item)) {
    return undefined;
  }
  const ends =
    item.stage === undefined
      ? [item.run.finishedAt]
      : stagesNamed(item.stages, item.stage).map(stage => stage.finishedAt);
  const known = ends.filter((end): end is string => end !== undefined);
  return known.length === ends.length
    ? Math.max(...known.map(end => Date.parse(end)))
    : undefined;
}

/** Stages of a name. A tool may give several the same one. */
export function stagesNamed(stages: Stage[], name: string): Stage[] {
  return stages.filter(stage => stage.name === name);
}

/**
 * Ids of a stage and of all that come before it: what it requires, and what that requires. Without any such relation the
 * order of the tool is what there is to go by.
 */
export function stagesUpTo(stages: Stage[], name: string): Set<string> {
  const own = stagesNamed(stages, name);
  const found = new Set<string>();
  const open = own.map(({ id }) => id);
  while (open.length > 0) {
    const id = open.pop()!;
    if (!found.has(id)) {
      found.add(id);
      open.push(...(stages.find(stage => stage.id === id)?.requires ?? []));
    }
  }
  const related = stages.some(({ requires }) => requires.length > 0);
  if (!related && own.length > 0) {
    const last = stages.lastIndexOf(own[own.length - 1]);
    stages.slice(0, last).forEach(({ id }) => found.add(id));
  }
  return found;
}

import { EnvironmentVersion } from '@fairway/backstage-plugin-multicluster-common';
import { ScopeRun, ScopeTarget } from '../PromotionScope';
import { lastPart } from './imageNames';
import { arrivedAt, hasArrived, isUnderWay } from './runProgress';
import { VersionSince } from './versionSince';

/** How much later than the end of its run a cluster may be seen to run what the run brought. */
const SLACK_MS = 5 * 60_000;

/**
 * The run that brought what an environment runs, or none: whose commit it is is not guessed.
 *
 * @remarks
 * Joined by what runs deliver: the newest run that has arrived, or is on its way, with the very versions that clusters
 * report. A tag that is not pinned says nothing of the content, and some runs name no image; those are joined by the mark
 * that the tool left on the workload and by time: the clusters must have been seen to change while the run was at work.
 * Where no cluster is read, the newest run that has arrived is what there is. Of several runs of one commit in a row the
 * first brought it.
 *
 * @param runs - newest first
 */
export function bringingRun(
  runs: ScopeRun[],
  targets: ScopeTarget[],
  versions: EnvironmentVersion[],
  since: VersionSince | undefined,
): ScopeRun | undefined {
  const able = runs.filter(run => hasArrived(run) || isUnderWay(run));
  const newest =
    targets.length === 0
      ? able.find(hasArrived)
      : able.find(run => delivers(run, versions)) ??
        able.find(run => wasAtWork(run, targets, since));
  if (!newest) {
    return undefined;
  }
  const { sha } = newest.run.commit ?? {};
  let first = newest;
  for (const run of able.slice(able.indexOf(newest) + 1)) {
    if (run.pipelineRowId === newest.pipelineRowId) {
      if (sha === undefined || run.run.commit?.sha !== sha) {
        break;
      }
      first = run;
    }
  }
  return first;
}

/** Whether a run delivers, of each image that runs there, the pinned version that most clusters run. */
function delivers(run: ScopeRun, versions: EnvironmentVersion[]): boolean {
  const images = run.run.artifacts.filter(({ kind }) => kind === 'image');
  const joined = images.flatMap(image => {
    // The first of a name is the one that most clusters run: a canary is not what an environment has.
    const own = versions.find(
      ({ name }) => lastPart(name) === lastPart(image.name),
    );
    return own ? [{ image, own }] : [];
  });
  return (
    joined.length > 0 &&
    joined.every(
      ({ image, own }) =>
        own.version === image.version &&
        !own.unpinned &&
        own.knowledge === 'known',
    )
  );
}

/** Whether the clusters of a workload that the tool marked were seen to change while a run was at work. */
function wasAtWork(
  run: ScopeRun,
  targets: ScopeTarget[],
  since: VersionSince | undefined,
): boolean {
  const marked = targets.some(({ markedBy }) =>
    markedBy.includes(run.pipelineRowId),
  );
  const startedAt = Date.parse(run.run.startedAt ?? '');
  if (!marked || !since || since.atLeast || Number.isNaN(startedAt)) {
    return false;
  }
  const end = isUnderWay(run) ? Infinity : arrivedAt(run);
  return (
    end !== undefined &&
    since.since >= startedAt &&
    since.since <= end + SLACK_MS
  );
}

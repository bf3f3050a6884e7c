import { SubjectImage } from '@fairway/backstage-plugin-multicluster-common';
import { lastPart } from '../../views/promotion/rules/imageNames';
import { RunRecord } from '../../views/runs/RunRecord';

type Run = Pick<RunRecord, 'fact' | 'createdAt'>;

/** {@inheritDoc changeOfLane} */
export interface LaneChangeOrigin<T extends Run> {
  /** One of each pipeline that brought something of it, newest first. */
  runs: T[];
  /** Of all of them; absent: of none, or they do not agree. */
  commit?: string;
}

/**
 * The runs that brought what a lane holds: of each pipeline the newest whose every image is held in the very version that it
 * brings. A run that names no image is joined with nothing, because whose change it is must not be guessed: nobody would be kept
 * from approving their own.
 *
 * @param pipelines - runs of each pipeline that marked a workload of the lane, newest first
 */
export function changeOfLane<T extends Run>(
  pipelines: readonly T[][],
  images: readonly SubjectImage[],
): LaneChangeOrigin<T> {
  const runs = pipelines
    .flatMap(list => list.find(run => isBroughtBy(run, images)) ?? [])
    .sort((a, b) => b.createdAt - a.createdAt);
  const commits = new Set(runs.map(({ fact }) => fact.commit?.sha));
  const [commit] = commits;
  return { runs, ...(commits.size === 1 && commit && { commit }) };
}

function isBroughtBy({ fact }: Run, images: readonly SubjectImage[]): boolean {
  const brought = fact.artifacts.filter(({ kind }) => kind === 'image');
  return (
    brought.length > 0 &&
    brought.every(({ name, version }) =>
      images.some(
        image =>
          lastPart(image.name) === lastPart(name.split('@', 1)[0]) &&
          image.version === version,
      ),
    )
  );
}

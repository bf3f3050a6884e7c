import {
  PerCluster,
  RenderedTarget,
  Sentence,
  sentence,
  SubjectDiff,
} from '@fairway/backstage-plugin-multicluster-common';
import { LiveObject } from '@fairway/backstage-plugin-multicluster-node';
import { diffManifests } from '../../detail/diffManifests';

/** An object on a cluster: what is held back from it, and what it has; either is absent where nobody answered for the cluster. */
export interface HeldObject {
  cluster: string;
  object: string;
  next: PerCluster<RenderedTarget> | undefined;
  now: PerCluster<LiveObject> | undefined;
}

/** What would change there, or why that is not known. A side that could not be read is never taken for an empty one. Pure. */
export function heldDiff({ cluster, object, next, now }: HeldObject) {
  const shown = { cluster, object };
  const without = (note: Sentence): SubjectDiff => ({ ...shown, note });
  const problem = next?.problem ?? now?.problem;
  if (problem) {
    return without(problem.sentence);
  }
  const wanted = next?.items[0];
  if (!wanted || !now) {
    return without(
      sentence('promotion.diff.noManifest', { workload: object, cluster }),
    );
  }
  const [has] = now.items;
  const tooMuch = sentence('promotion.diff.tooMuch');
  if (!wanted.manifest || (has && !has.manifest)) {
    return without(tooMuch);
  }
  const hunks = diffManifests(has?.manifest ?? '', wanted.manifest);
  return hunks ? { ...shown, hunks } : without(tooMuch);
}

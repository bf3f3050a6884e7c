import { MatchChanges } from './MatchingService';

/** No changes yet. */
export function matchChanges(): MatchChanges {
  return {
    entityRefs: new Set(),
    workloadIds: new Set(),
    pipelineIds: new Set(),
  };
}

/** Adds changes to others. */
export function mergeChanges(into: MatchChanges, from: MatchChanges): void {
  from.entityRefs.forEach(item => into.entityRefs.add(item));
  from.workloadIds.forEach(item => into.workloadIds.add(item));
  from.pipelineIds.forEach(item => into.pipelineIds.add(item));
}

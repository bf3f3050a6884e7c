import { EntityClaim, RepositoryClaim } from './EntityClaim';
import { PipelineCandidate } from './PipelineCandidate';

/**
 * The directory of an entity that holds what a pipeline deploys: one that the catalog knows of before one that only the
 * entity names, then the deepest.
 */
export function coveringRepository(
  claim: EntityClaim,
  { place }: PipelineCandidate,
): RepositoryClaim | undefined {
  if (!place) {
    return undefined;
  }
  return (claim.repositories ?? [])
    .filter(
      item => item.remote === place.remote && isWithin(place.path, item.path),
    )
    .sort(
      (a, b) =>
        Number(b.registered) - Number(a.registered) ||
        b.path.length - a.path.length,
    )[0];
}

function isWithin(path: string, directory: string): boolean {
  return (
    directory === '' || path === directory || path.startsWith(`${directory}/`)
  );
}

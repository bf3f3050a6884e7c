/**
 * What to call images, by reference: the last part of the repository, as people say it and as tools write it. Where two
 * different repositories end alike, all of the path is the name. The registry is no part of it: clusters pull the same image
 * from mirrors.
 */
export function imageNames(references: Iterable<string>): Map<string, string> {
  const paths = new Map(
    [...references].map(reference => [reference, pathOf(reference)]),
  );
  const byShort = new Map<string, Set<string>>();
  for (const path of paths.values()) {
    const known = byShort.get(lastPart(path)) ?? new Set();
    byShort.set(lastPart(path), known.add(path));
  }
  return new Map(
    [...paths].map(([reference, path]) => [
      reference,
      byShort.get(lastPart(path))!.size > 1 ? path : lastPart(path),
    ]),
  );
}

/** The last part of a path. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `registry.example:5000/team/app:v1@sha256:…` is `team/app`. */
function pathOf(reference: string): string {
  const [tagged] = reference.split('@', 1);
  const colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
  const repository = colon > 0 ? tagged.slice(0, colon) : tagged;
  const [first, ...rest] = repository.split('/');
  const isHost = /[.:]/.test(first) || first === 'localhost';
  return rest.length > 0 && isHost ? rest.join('/') : repository;
}

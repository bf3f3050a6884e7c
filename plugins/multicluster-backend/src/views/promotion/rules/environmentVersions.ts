import {
  ArtifactVersion,
  EnvironmentVersion,
} from '@fairway/backstage-plugin-multicluster-common';
import { ScopeTarget } from '../PromotionScope';
import { isUnpinned } from './isUnpinned';

/** What is shown where nobody can know a version. */
const UNKNOWN = 'unknown';

/**
 * Versions of an environment, by image and then by how many clusters run them.
 *
 * @remarks
 * The same tag with another digest stays one version with two digests: that is what somebody who moved a tag must see. A
 * cluster whose version nobody can know is listed as such and never counted to the newest.
 *
 * @param names - what images are called, by reference
 */
export function environmentVersions(
  targets: ScopeTarget[],
  names: ReadonlyMap<string, string>,
): EnvironmentVersion[] {
  const found = new Map<string, EnvironmentVersion>();
  for (const target of targets) {
    for (const version of versionsOf(target)) {
      const item = toVersion(target, version, names);
      const key = JSON.stringify([item.name, item.version, item.knowledge]);
      const known = found.get(key);
      found.set(key, known ? joined(known, item) : item);
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      a.name.localeCompare(b.name) ||
      b.clusters.length - a.clusters.length ||
      a.version.localeCompare(b.version),
  );
}

function versionsOf(target: ScopeTarget): Array<ArtifactVersion | undefined> {
  return target.versions.length > 0 && target.versionKnowledge !== 'unknown'
    ? target.versions
    : [undefined];
}

function toVersion(
  target: ScopeTarget,
  version: ArtifactVersion | undefined,
  names: ReadonlyMap<string, string>,
): EnvironmentVersion {
  if (!version) {
    return {
      name: target.workload.name,
      version: UNKNOWN,
      unpinned: false,
      digests: [],
      knowledge: 'unknown',
      clusters: [target.cluster],
    };
  }
  return {
    name: names.get(version.image) ?? version.container,
    version: version.version,
    unpinned: isUnpinned(version),
    digests: version.digest ? [version.digest] : [],
    knowledge: target.versionKnowledge,
    clusters: [target.cluster],
  };
}

function joined(a: EnvironmentVersion, b: EnvironmentVersion) {
  return {
    ...a,
    unpinned: a.unpinned || b.unpinned,
    digests: [...new Set([...a.digests, ...b.digests])].sort(),
    clusters: [...new Set([...a.clusters, ...b.clusters])].sort(),
  };
}

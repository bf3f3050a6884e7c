import { createHash } from 'node:crypto';
import { LaneObject } from './LanesFacet';

/**
 * What a cluster has of a lane, as one digest: equal for equal content, in whichever order it was read.
 *
 * @param options - `replicas: false`: equal too for what differs in the number of copies alone
 * @returns hex SHA-256
 * @public
 */
export function laneDigest(
  objects: readonly LaneObject[],
  options: { replicas?: boolean } = {},
): string {
  const { replicas = true } = options;
  const lines = objects.map(object =>
    JSON.stringify([
      object.group,
      object.kind,
      object.namespace,
      object.name,
      replicas ? object.digest : object.digestWithoutReplicas,
    ]),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

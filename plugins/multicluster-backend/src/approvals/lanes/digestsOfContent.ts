import {
  laneDigest,
  LaneContent,
} from '@fairway/backstage-plugin-multicluster-node';
import { LaneClusterReading } from './LaneReading';

/** What is rendered for each cluster, as digests. */
export function digestsOfContent({
  clusters,
}: Pick<LaneContent, 'clusters'>): Record<string, LaneClusterReading> {
  return Object.fromEntries(
    Object.entries(clusters).map(([cluster, objects]) => [
      cluster,
      {
        digest: laneDigest(objects),
        digestWithoutReplicas: laneDigest(objects, { replicas: false }),
        dispatched: objects.every(({ dispatched }) => dispatched),
        absent: objects.some(({ absent }) => absent),
      },
    ]),
  );
}

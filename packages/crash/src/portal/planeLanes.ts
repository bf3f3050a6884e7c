import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  LaneChange,
  laneDigest,
  LaneObject,
  LanesFacet,
  PolicyFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { holdsAfter } from '../plane/holdsAfter';
import { isHeld } from '../plane/isHeld';
import { PlaneLane } from '../plane/PlaneLane';
import { CLUSTERS } from './crashWorld';
import { imageOf } from './imageOf';
import { PlaneClient } from './PlaneClient';
import { PlanePolicy } from './planeFacts';

const actedAs = { mode: 'service' } as const;
const said = sentence('lane.held');

/** Held dispatch of the control plane in the parent process. */
export function planeLanes(client: PlaneClient): LanesFacet {
  return {
    capabilities: () => ({ available: true, identityModes: [actedAs.mode] }),
    holdOf: policy => {
      const { holds } = nativeOf(policy);
      const clusters = Array.isArray(holds) ? holds : [];
      return {
        form: Array.isArray(holds) ? 'clusters' : holds,
        clusters,
        ours: holds !== 'none',
        command: 'release it',
      };
    },
    orphansOf: () => [],
    check: async () => [],
    async read({ policy, signal }) {
      const lane = await client.look(nativeOf(policy).name, signal);
      return {
        resourceVersion: String(lane.version),
        clusters: Object.fromEntries(
          CLUSTERS.map(cluster => [cluster, [objectOf(lane, cluster)]]),
        ),
        possible: [],
        settled: true,
        notes: [],
      };
    },
    change: request => change(client, request),
    async observe({ policy, cluster, digest, signal }) {
      const lane = await client.lane(nativeOf(policy).name, signal);
      if (laneDigest([objectOf(lane, cluster)]) !== digest) {
        return { outcome: 'changed', sentence: said };
      }
      const arrived = lane.members[cluster] === lane.content;
      return { outcome: arrived ? 'observed' : 'progressing', sentence: said };
    },
  };
}

/** What is held already is found out by a look; every other change says which policy it is about. */
async function change(
  client: PlaneClient,
  request: LaneChange,
): ReturnType<LanesFacet['change']> {
  const { policy, form, clusters, dryRun, deadlineMs, signal } = request;
  const { name } = nativeOf(policy);
  const lane = await client.lane(name, signal);
  const answer = { actedAs, retryable: false };
  const precondition = String(lane.version);
  if (JSON.stringify(holdsAfter(request)) === JSON.stringify(lane.holds)) {
    return { ...answer, outcome: 'noop', precondition };
  }
  if (dryRun) {
    return { ...answer, outcome: 'requested', precondition };
  }
  const version = Number(request.resourceVersion);
  try {
    const outcome = await client.change(
      name,
      { form, clusters, version },
      deadlineMs,
    );
    return outcome === 'taken'
      ? { ...answer, outcome: 'applied', resourceVersion: String(version + 1) }
      : { ...answer, outcome: 'refused', code: outcome };
  } catch {
    // It may have arrived: nobody knows before the control plane is read.
    return { ...answer, outcome: 'ambiguous' };
  }
}

function objectOf(lane: PlaneLane, cluster: string): LaneObject {
  const { name, content } = lane;
  const image = imageOf(lane);
  return {
    placementKey: `default/${name}`,
    group: 'apps',
    kind: 'Deployment',
    namespace: 'default',
    name,
    digest: `${content} once`,
    digestWithoutReplicas: content,
    replicas: 1,
    images: [{ name: 'app', image }],
    dispatched: !isHeld(lane, cluster),
  };
}

function nativeOf(policy: PolicyFact): PlanePolicy {
  return policy.native as PlanePolicy;
}

import { createHash } from 'node:crypto';
import { Random } from '../clock/Random';
import { Objects } from '../control/Objects';
import type { KubeObject } from '../apiserver/ObjectStore';
import { IMAGE_DIGEST_ANNOTATION } from '../member/podStatus';
import { startMember } from '../member/startMember';
import { plainAccess } from '../world/access';
import { workload } from '../world/builders';
import { kubernetesDefaults } from '../world/kubernetesDefaults';
import type { World } from '../world/World';
import { PlainCluster } from './PlainCluster';

interface Stage {
  name: string;
  namespace: string;
  tag: string;
  replicas: number;
  /** What the tag stood for when this cluster pulled it: the number of the build. */
  build: number;
}

/**
 * The references' pipeline over three clusters. The namespace tells nothing of the environment: gondor tests in the
 * namespace that is shire's production. Nor do the tags: `latest` stands for another build in each.
 */
const STAGES: Stage[] = [
  {
    name: 'rohan',
    namespace: 'kubesphere-sample-dev',
    tag: 'SNAPSHOT-master-43',
    replicas: 1,
    build: 43,
  },
  {
    name: 'gondor',
    namespace: 'kubesphere-sample-prod',
    tag: 'latest',
    replicas: 2,
    build: 42,
  },
  {
    name: 'shire',
    namespace: 'kubesphere-sample-prod',
    tag: 'latest',
    replicas: 3,
    build: 41,
  },
];

const REPOSITORY = 'docker.io/kubespheredev/ks-sample';

function sample({ namespace, tag, replicas, build }: Stage): KubeObject {
  return workload({
    name: 'ks-sample',
    namespace,
    image: `${REPOSITORY}:${tag}`,
    replicas,
    podAnnotations: {
      [IMAGE_DIGEST_ANNOTATION]: createHash('sha256')
        .update(`ks-sample, build ${build}`)
        .digest('hex'),
    },
  });
}

function create(objects: Objects, object: KubeObject): void {
  const type = objects.store.type(object.apiVersion, object.kind);
  if (!type) {
    throw new Error(`a cluster serves no ${object.kind}`);
  }
  objects.create(type, object);
}

/** Sets up rohan (development), gondor (test) and shire (production), each with its copy of ks-sample. */
export function plainClusters(world: World): void {
  const { clock } = world;
  // A sequence of their own: the rest of the world stays as it is without them.
  const random = Random.create(3);
  const onError = (error: unknown) => process.emitWarning(error as Error);
  for (const stage of STAGES) {
    const member = startMember(
      { name: stage.name, nodes: 2, address: '127.0.0.1' },
      { clock, random, queue: lag => ({ clock, random, lag, onError }) },
    );
    const objects = Objects.create(member.store, 'kubectl-create');
    for (const object of plainAccess) {
      create(objects, object);
    }
    // The uid of kube-system is the identity of a cluster.
    for (const name of ['kube-system', stage.namespace]) {
      create(objects, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
        status: { phase: 'Active' },
      });
    }
    create(objects, kubernetesDefaults(sample(stage)));
    world.plain.push(PlainCluster.create(stage.name, member));
  }
}

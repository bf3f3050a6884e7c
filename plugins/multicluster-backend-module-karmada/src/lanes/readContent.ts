import {
  LaneContent,
  LaneObject,
  PolicyFact,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  KubernetesTransport,
  read,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { Discovery } from '../Discovery';
import { isSettled } from './isSettled';
import { LaneBinding } from './LaneBinding';
import { laneNotes } from './laneNotes';
import { ManifestDigester } from './ManifestDigester';
import { possibleClusters } from './possibleClusters';
import { readBindings } from './readBindings';
import { readClusters } from './readClusters';
import { readPolicy } from './readPolicy';
import { readTemplate } from './readTemplate';
import { readWorks } from './readWorks';
import { RenderedWork } from './RenderedWork';
import { toLaneObject } from './toLaneObject';

/** What lanes are read by. @internal */
export interface LaneReaders {
  read: KubernetesTransport;
  works: KubernetesTransport;
  discovery: Discovery;
  digester: ManifestDigester;
}

/**
 * Everything that is rendered of a lane, as it is now.
 *
 * @throws KubernetesError, or LaneUnreadableError when it is more than is read of a lane
 * @internal
 */
export async function readContent(
  policy: PolicyFact,
  readers: LaneReaders,
  signal: AbortSignal,
): Promise<LaneContent> {
  const raw = await readPolicy(readers.read, policy, signal);
  const [bindings, registered] = await Promise.all([
    readBindings(readers.read, raw.fact, signal),
    readClusters(readers.read, signal),
  ]);
  const rendered = await withTemplates(
    await readWorks(readers.works, bindings, { signal }),
    readers,
    signal,
  );
  const clusters: Record<string, LaneObject[]> = {};
  for (const item of rendered) {
    const object = await toLaneObject(item, readers.digester);
    if (object) {
      (clusters[item.cluster] ??= []).push(object);
    }
  }
  const { placement } = read.record(raw.object.spec);
  const possible = possibleClusters(placement, registered);
  return {
    resourceVersion: raw.resourceVersion,
    clusters,
    possible: possible.names.filter(name => !Object.hasOwn(clusters, name)),
    settled: rendered.every(item => isSettled(item, item.template)),
    notes: laneNotes(rendered, possible),
  };
}

async function withTemplates(
  works: RenderedWork[],
  { read: transport, discovery }: LaneReaders,
  signal: AbortSignal,
) {
  const templates = new Map<LaneBinding, Record<string, unknown> | undefined>();
  const bindings = new Set(works.map(({ binding }) => binding));
  await Promise.all(
    [...bindings].map(binding =>
      transport.limiter.run(signal, async () =>
        templates.set(
          binding,
          await readTemplate(transport, discovery, binding, signal),
        ),
      ),
    ),
  );
  return works.map(item => ({
    ...item,
    template: templates.get(item.binding),
  }));
}

import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  LaneChange,
  PlacementFact,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  KubernetesTransport,
  read,
  resourcePath,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { writeFailure } from '../act/writeFailure';
import { Writer } from '../act/Writer';
import { nameList } from '../derive/nameList';
import { projectBinding } from '../project/projectBinding';
import { isHeldOrphan } from './isHeldOrphan';

const words = { stale: 'lane.stale', gone: 'lane.gone' };

/**
 * Sets free what a deleted policy left held: nothing else reaches those bindings any more. Each is read first, and left alone
 * when another policy has it by now. What some other hand holds of it, such as its scheduling, stays.
 *
 * @internal
 */
export async function freeOrphans(
  request: LaneChange,
  writer: Writer,
  reader: KubernetesTransport,
): Promise<ActionResult> {
  const { actedAs } = writer;
  const freed: string[] = [];
  let sent = false;
  try {
    for (const placement of request.placements) {
      const binding = await readOrphan(placement, request, reader);
      if (binding) {
        sent = !request.dryRun;
        await free(binding, request, writer);
        freed.push(placement.workload.name);
      }
    }
  } catch (error) {
    request.signal.throwIfAborted();
    return writeFailure(error, actedAs, { sent, words });
  }
  return {
    outcome: outcomeOf(freed, request),
    sentence:
      freed.length > 0
        ? sentence('lane.freed', { names: nameList(freed) })
        : sentence('lane.already'),
    actedAs,
    retryable: false,
  };
}

function outcomeOf(freed: string[], { dryRun }: LaneChange) {
  if (freed.length === 0) {
    return 'noop';
  }
  return dryRun ? 'requested' : 'applied';
}

interface Orphan {
  path: string;
  resourceVersion: string;
}

async function readOrphan(
  { key }: PlacementFact,
  { signal, deadlineMs }: LaneChange,
  reader: KubernetesTransport,
): Promise<Orphan | undefined> {
  const [kind, ...rest] = key.split('/');
  const [namespace, name] = kind === 'rb' ? rest : [undefined, rest[0]];
  const path = resourcePath(
    {
      group: 'work.karmada.io',
      version: 'v1alpha2',
      resource: kind === 'rb' ? 'resourcebindings' : 'clusterresourcebindings',
    },
    { namespace, name },
  );
  const raw = read.record(await reader.json({ path, signal, deadlineMs }));
  const fact = projectBinding(raw);
  return fact && isHeldOrphan(fact)
    ? {
        path,
        resourceVersion:
          read.string(read.record(raw.metadata).resourceVersion) ?? '',
      }
    : undefined;
}

async function free(
  { path, resourceVersion }: Orphan,
  { dryRun, deadlineMs }: LaneChange,
  { transport, as }: Writer,
): Promise<void> {
  await transport.json({
    method: 'PATCH',
    path,
    query: dryRun ? { dryRun: 'All' } : {},
    contentType: 'application/merge-patch+json',
    body: {
      metadata: { resourceVersion },
      spec: { suspension: { dispatching: null, dispatchingOnClusters: null } },
    },
    as,
    deadlineMs,
  });
}

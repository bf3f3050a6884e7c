import {
  ActionResult,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ClusterActionRequest,
  ClusterCapability,
  ClusterFact,
  ClustersFacet,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  ClusterIdentity,
  read,
  resourcePath,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { writeFailure } from '../act/writeFailure';
import { writeMode } from '../act/writeMode';
import { Writer } from '../act/Writer';
import { writerFor } from '../act/writerFor';
import { KarmadaConnections } from '../connect';
import { cordonedTaints } from './cordonedTaints';

const clusters = {
  group: 'cluster.karmada.io',
  version: 'v1alpha1',
  resource: 'clusters',
};

/**
 * Cordon and uncordon, as Karmada's own tool does it: a taint that keeps new placements away and moves nothing.
 *
 * @remarks
 * The tool writes the whole list of taints without a condition, so that the controllers' own, added in between, are lost. Here
 * the resourceVersion is part of the patch.
 *
 * @internal
 */
export class KarmadaClusters implements ClustersFacet {
  static create(options: {
    connections: KarmadaConnections;
    identity: ClusterIdentity;
  }): KarmadaClusters {
    return new KarmadaClusters(options);
  }

  readonly #connections: KarmadaConnections;
  readonly #identity: ClusterIdentity;

  private constructor(options: Parameters<typeof KarmadaClusters.create>[0]) {
    this.#connections = options.connections;
    this.#identity = options.identity;
  }

  capabilities(): ClusterCapability[] {
    const { act, configKey } = this.#connections;
    const key = `${configKey}.credentials.act`;
    return (['cordon', 'uncordon'] as const).map(name => ({
      name,
      available: act !== undefined,
      ...(!act && { reason: sentence('cordon.off', { key }) }),
      identityModes: [writeMode(this.#identity)],
    }));
  }

  isCordoned({ taints }: ClusterFact): boolean {
    return cordonedTaints(taints, 'cordon') === undefined;
  }

  async manage(request: ClusterActionRequest): Promise<ActionResult> {
    request.signal.throwIfAborted();
    const { caller, signal, deadlineMs, cluster } = request;
    const writer = writerFor(caller, this.#connections, this.#identity);
    if ('why' in writer) {
      const actedAs = { mode: writeMode(this.#identity) };
      return answer('refused', actedAs, writer.why, { code: writer.code });
    }
    const deadline = AbortSignal.timeout(deadlineMs);
    try {
      const path = resourcePath(clusters, { name: cluster.name });
      const live = await this.#connections.read.json({
        path,
        signal: AbortSignal.any([signal, deadline]),
      });
      signal.throwIfAborted();
      return await change(request, read.record(live), { ...writer, path });
    } catch (error) {
      signal.throwIfAborted();
      return failure(error, request, writer, false);
    }
  }
}

async function change(
  { action, cluster, dryRun, precondition, deadlineMs }: ClusterActionRequest,
  live: Record<string, unknown>,
  writer: Writer & { path: string },
): Promise<ActionResult> {
  const { actedAs, transport, as, path } = writer;
  const { name } = cluster;
  const params = { cluster: name };
  const version = read.string(read.record(live.metadata).resourceVersion) ?? '';
  const taints = cordonedTaints(read.record(live.spec).taints, action);
  if (!taints) {
    return answer('noop', actedAs, sentence(`${action}.already`, params), {
      precondition: version,
    });
  }
  const resourceVersion = dryRun ? precondition ?? version : precondition;
  if (resourceVersion !== version) {
    return answer('refused', actedAs, sentence('cordon.stale', params), {
      code: 'conflict',
    });
  }
  try {
    const changed = await transport.json({
      method: 'PATCH',
      path,
      query: dryRun ? { dryRun: 'All' } : {},
      contentType: 'application/merge-patch+json',
      body: { metadata: { resourceVersion }, spec: { taints } },
      as,
      deadlineMs,
    });
    return answer(
      dryRun ? 'requested' : 'applied',
      actedAs,
      sentence(saidOf(action, dryRun), params),
      { precondition: dryRun ? version : versionOf(changed) },
    );
  } catch (error) {
    return failure(error, { cluster }, writer, !dryRun);
  }
}

function saidOf(action: 'cordon' | 'uncordon', dryRun: boolean): string {
  if (dryRun) {
    return `${action}.dryRun`;
  }
  return action === 'cordon' ? 'cordon.done' : 'cordon.undone';
}

function versionOf(object: unknown): string {
  const { metadata } = read.record(object);
  return read.string(read.record(metadata).resourceVersion) ?? '';
}

function answer(
  outcome: ActionResult['outcome'],
  actedAs: ActionResult['actedAs'],
  said: Sentence,
  rest: Pick<ActionResult, 'code' | 'precondition'>,
): ActionResult {
  return { outcome, sentence: said, actedAs, ...rest, retryable: false };
}

function failure(
  error: unknown,
  { cluster }: Pick<ClusterActionRequest, 'cluster'>,
  { actedAs }: Writer,
  sent: boolean,
): ActionResult {
  return writeFailure(error, actedAs, {
    sent,
    words: {
      stale: 'cordon.stale',
      gone: 'cordon.gone',
      params: { cluster: cluster.name },
    },
  });
}

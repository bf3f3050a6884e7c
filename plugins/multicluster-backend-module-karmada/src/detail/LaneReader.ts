import {
  ImpersonatedUser,
  KubernetesTransport,
  resourcePath,
  ResourceCoordinates,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { read } from '../project/read';
import { proxyPath } from './proxyPath';

/** Objects read of one kind on one cluster at most; more is told as incomplete. */
const LIMIT = 500;

type Target = Parameters<typeof resourcePath>[1];

/**
 * Reads one member through the cluster proxy, as one person.
 *
 * @internal
 */
export class LaneReader {
  static create(options: {
    transport: KubernetesTransport;
    cluster: string;
    as?: ImpersonatedUser;
    signal: AbortSignal;
  }): LaneReader {
    return new LaneReader(options);
  }

  readonly #options: Parameters<typeof LaneReader.create>[0];

  private constructor(options: Parameters<typeof LaneReader.create>[0]) {
    this.#options = options;
  }

  async get(
    resource: ResourceCoordinates,
    target: Target,
  ): Promise<Record<string, unknown>> {
    return read.record(await this.#json(resource, target));
  }

  async list(
    resource: ResourceCoordinates,
    target: Target,
    selectors: { labelSelector?: string; fieldSelector?: string } = {},
  ): Promise<{ items: unknown[]; complete: boolean }> {
    const list = read.record(
      await this.#json(resource, target, { ...selectors, limit: LIMIT }),
    );
    return {
      items: read.list(list.items),
      complete: !read.string(read.record(list.metadata).continue),
    };
  }

  async #json(
    resource: ResourceCoordinates,
    target: Target,
    query: Record<string, string | number | undefined> = {},
  ): Promise<unknown> {
    const { transport, cluster, as, signal } = this.#options;
    return await transport.json({
      path: proxyPath(cluster, resourcePath(resource, target)),
      query,
      as,
      signal,
      maxBytes: 32 * 1024 * 1024,
    });
  }
}

import { ImpersonatedUser } from '../transport/impersonationHeaders';
import { KubernetesTransport } from '../transport/KubernetesTransport';
import { resourcePath, ResourceCoordinates } from '../transport/resourcePath';
import { read } from '../objects/read';

/** Objects read of one kind on one cluster at most; more is told as incomplete. */
const LIMIT = 500;

type Target = Parameters<typeof resourcePath>[1];

/**
 * Reads one cluster as one person: directly, or through the proxy of a control plane.
 *
 * @public
 */
export class ClusterReader {
  static create(options: {
    transport: KubernetesTransport;
    /** Leads a path of the cluster through a proxy; absent: the transport reaches the cluster itself. */
    pathOf?: (path: string) => string;
    as?: ImpersonatedUser;
    signal: AbortSignal;
  }): ClusterReader {
    return new ClusterReader(options);
  }

  readonly #options: Parameters<typeof ClusterReader.create>[0];

  private constructor(options: Parameters<typeof ClusterReader.create>[0]) {
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
    const { transport, pathOf, as, signal } = this.#options;
    const path = resourcePath(resource, target);
    return await transport.json({
      path: pathOf ? pathOf(path) : path,
      query,
      as,
      signal,
      maxBytes: 32 * 1024 * 1024,
    });
  }
}

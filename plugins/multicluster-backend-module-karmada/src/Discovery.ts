import {
  ApiCatalog,
  discoverApi,
  KubernetesTransport,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/** How long discovery may take before the lanes start without it. */
const DEADLINE_MS = 10_000;

/**
 * What a control plane serves, remembered.
 *
 * @internal
 */
export class Discovery {
  static create(options: {
    transport: KubernetesTransport;
    /** Milliseconds of a clock that never goes back. */
    clock?: () => number;
  }): Discovery {
    return new Discovery(options.transport, options.clock ?? clock);
  }

  readonly #transport: KubernetesTransport;
  readonly #clock: () => number;
  #catalog?: ApiCatalog;
  #readAt = -Infinity;
  #reading?: Promise<ApiCatalog>;

  private constructor(transport: KubernetesTransport, now: () => number) {
    this.#transport = transport;
    this.#clock = now;
  }

  /** What was read last, however long ago. */
  get known(): ApiCatalog | undefined {
    return this.#catalog;
  }

  /**
   * What is served, read again when it is older than `maxAgeMs`.
   *
   * @throws KubernetesError when the server does not tell
   */
  async read(maxAgeMs: number): Promise<ApiCatalog> {
    if (this.#catalog && this.#clock() - this.#readAt <= maxAgeMs) {
      return this.#catalog;
    }
    this.#reading ??= this.#discover().finally(() => {
      this.#reading = undefined;
    });
    return await this.#reading;
  }

  async #discover(): Promise<ApiCatalog> {
    this.#catalog = await discoverApi(this.#transport, {
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    this.#readAt = this.#clock();
    return this.#catalog;
  }
}

function clock(): number {
  return performance.now();
}

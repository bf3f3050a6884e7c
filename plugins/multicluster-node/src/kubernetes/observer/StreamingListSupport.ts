import { KubernetesTransport } from '../transport/KubernetesTransport';

const known = new WeakMap<KubernetesTransport, StreamingListSupport>();

/**
 * Which API groups of a server are worth asking for a streaming list. Learned once per server: an aggregated group may be
 * served by another program than the rest.
 *
 * @internal
 */
export class StreamingListSupport {
  static of(transport: KubernetesTransport): StreamingListSupport {
    let support = known.get(transport);
    if (!support) {
      support = new StreamingListSupport(transport);
      known.set(transport, support);
    }
    return support;
  }

  readonly #transport: KubernetesTransport;
  readonly #refused = new Set<string>();
  #minor?: Promise<number | undefined>;

  private constructor(transport: KubernetesTransport) {
    this.#transport = transport;
  }

  /** Whether to try. Older servers ignore the parameters, and would never say that the list has ended. */
  async mayOffer(group: string, signal: AbortSignal): Promise<boolean> {
    if (this.#refused.has(group)) {
      return false;
    }
    this.#minor ??= this.#readMinor(signal);
    const minor = await this.#minor;
    if (minor === undefined) {
      this.#minor = undefined;
      return false;
    }
    return minor >= 32;
  }

  /** This group does not offer it. */
  refused(group: string): void {
    this.#refused.add(group);
  }

  async #readMinor(signal: AbortSignal): Promise<number | undefined> {
    try {
      const version = await this.#transport.json<{
        major?: unknown;
        minor?: unknown;
      }>({ path: '/version', deadlineMs: 10_000, signal });
      // Some distributions write `32+`.
      const minor = Number.parseInt(String(version?.minor), 10);
      return String(version?.major) === '1' && minor >= 0 ? minor : 0;
    } catch {
      return undefined;
    }
  }
}

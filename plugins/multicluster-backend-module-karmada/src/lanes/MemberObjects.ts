import {
  ImpersonatedUser,
  KubernetesTransport,
  read,
  resourcePath,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { Discovery } from '../Discovery';
import { isMissing } from '../detail/isMissing';
import { proxyPath } from '../detail/proxyPath';
import { groupVersion } from '../project/groupVersion';
import { lacksFields } from './lacksFields';
import { manifestOf } from './manifestOf';
import { RenderedWork } from './RenderedWork';

/** How old discovery may be for finding the plural of a kind. */
const DISCOVERY_MS = 600_000;

/**
 * Objects as members have them, through the cluster proxy, as one person.
 *
 * @internal
 */
export class MemberObjects {
  static create(options: {
    transport: KubernetesTransport;
    discovery: Discovery;
    as?: ImpersonatedUser;
  }): MemberObjects {
    return new MemberObjects(options);
  }

  readonly #options: Parameters<typeof MemberObjects.create>[0];

  private constructor(options: Parameters<typeof MemberObjects.create>[0]) {
    this.#options = options;
  }

  /**
   * Whether a member has all that a manifest sets. Undefined: it cannot be read there, so that nothing is proven. What was read
   * is compared and forgotten: it may be a Secret.
   *
   * @param patience - aborted when the member had time enough, which is before `signal`: a member that hangs cannot be read
   * either, and a look that ended with it would be repeated for ever while the lane stays open
   * @throws the reason of `signal`
   */
  async compare(
    rendered: RenderedWork,
    signal: AbortSignal,
    patience: AbortSignal,
  ): Promise<boolean | undefined> {
    const manifest = manifestOf(rendered) ?? {};
    try {
      const found = await this.#get(
        rendered.cluster,
        manifest,
        AbortSignal.any([signal, patience]),
      );
      return found && !lacksFields(manifest, found);
    } catch (error) {
      signal.throwIfAborted();
      return isMissing(error) ? false : undefined;
    }
  }

  async #get(
    cluster: string,
    manifest: Record<string, unknown>,
    signal: AbortSignal,
  ): Promise<Record<string, unknown> | undefined> {
    const { transport, discovery, as } = this.#options;
    const kind = read.string(manifest.kind) ?? '';
    const metadata = read.record(manifest.metadata);
    const catalog = discovery.known ?? (await discovery.read(DISCOVERY_MS));
    const resource = catalog.findKind({
      ...groupVersion(read.string(manifest.apiVersion)),
      kind,
    });
    if (!resource) {
      return undefined;
    }
    const path = resourcePath(resource, {
      namespace: read.string(metadata.namespace),
      name: read.string(metadata.name) ?? '',
    });
    return read.record(
      await transport.limiter.run(signal, () =>
        transport.json({ path: proxyPath(cluster, path), as, signal }),
      ),
    );
  }
}

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  EntityTopology,
  EntityWorkload,
  multiclusterTopologyReadPermission,
} from '@fairway/backstage-plugin-multicluster-common';
import { TopologyReader, TopologyService } from '../service/TopologyService';
import { ViewBody } from '../service/ViewBody';
import { notAllowed, notFound } from '../util/codedErrors';
import { EntityAccess } from './EntityAccess';
import { nameVisibleClaims } from './nameVisibleClaims';

/** Lets a caller read the topology of entities they may see and have `multicluster.topology.read` on. */
export class AuthorizedTopologyService implements TopologyService {
  readonly #reader: TopologyReader;
  readonly #access: EntityAccess;

  static create(options: {
    reader: TopologyReader;
    access: EntityAccess;
  }): TopologyService {
    return new AuthorizedTopologyService(options.reader, options.access);
  }

  private constructor(reader: TopologyReader, access: EntityAccess) {
    this.#reader = reader;
    this.#access = access;
  }

  async entityTopology(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<ViewBody<EntityTopology>> {
    const { credentials } = options;
    // Both at once, because each is a request of its own.
    const [entity, allowed] = await Promise.all([
      this.#access.visible(entityRef, credentials),
      this.#access.allowed(
        multiclusterTopologyReadPermission,
        entityRef,
        credentials,
      ),
    ]);
    if (!entity) {
      throw notFound('entity-not-found', `No entity ${entityRef}`);
    }
    if (!allowed) {
      throw notAllowed(
        'topology-denied',
        `You may not see where the workloads of ${entityRef} run`,
      );
    }
    const view = await this.#reader.read(entity);
    const [[{ match }], workloads] = await Promise.all([
      nameVisibleClaims([view], this.#access, credentials),
      nameVisibleClaims<EntityWorkload>(
        view.workloads,
        this.#access,
        credentials,
      ),
    ]);
    return { ...view, match, workloads };
  }
}

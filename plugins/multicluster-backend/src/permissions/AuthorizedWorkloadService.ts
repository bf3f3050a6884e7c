import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  EntityWorkload,
  multiclusterFleetReadPermission,
  multiclusterTopologyReadPermission,
  sentence,
  WorkloadDetail,
  WorkloadList,
} from '@fairway/backstage-plugin-multicluster-common';
import { Asking } from '../service/FleetService';
import { ViewBody } from '../service/ViewBody';
import {
  WorkloadListRequest,
  WorkloadReader,
  WorkloadService,
} from '../service/WorkloadService';
import { notAllowed, notFound } from '../util/codedErrors';
import { EntityAccess } from './EntityAccess';
import { nameVisibleClaims } from './nameVisibleClaims';
import { nameVisibleEntities } from './nameVisibleEntities';

/**
 * Lets callers with `multicluster.fleet.read` read every workload, and everyone else those confirmed as belonging to an
 * entity whose topology they may read.
 */
export class AuthorizedWorkloadService implements WorkloadService {
  readonly #reader: WorkloadReader;
  readonly #access: EntityAccess;

  static create(options: {
    reader: WorkloadReader;
    access: EntityAccess;
  }): WorkloadService {
    return new AuthorizedWorkloadService(options.reader, options.access);
  }

  private constructor(reader: WorkloadReader, access: EntityAccess) {
    this.#reader = reader;
    this.#access = access;
  }

  async list(
    request: WorkloadListRequest,
    options: Asking,
  ): Promise<ViewBody<WorkloadList>> {
    const { entityRefs, ownedBy, ...page } = request;
    const named = await this.#namedEntities(entityRefs, ownedBy);
    const scope = await this.#scope(named, options.credentials);
    const list = await this.#reader.list({ ...page, entityRefs: scope });
    return {
      ...list,
      items: await nameVisibleEntities(
        list.items,
        this.#access,
        options.credentials,
      ),
    };
  }

  async workload(
    id: string,
    options: Asking,
  ): Promise<ViewBody<WorkloadDetail>> {
    const { credentials } = options;
    const entities = await this.#reader.entitiesOf(id);
    const confirmed = (entities ?? [])
      .filter(item => item.confirmed)
      .map(item => item.entityRef);
    const [fleet, readable] = await Promise.all([
      this.#access.granted(multiclusterFleetReadPermission, credentials),
      this.#access.filter(
        multiclusterTopologyReadPermission,
        confirmed,
        credentials,
      ),
    ]);
    const detail =
      fleet || readable.length > 0
        ? await this.#reader.workload(id)
        : undefined;
    // Ids can be guessed, so one that the caller may not see and one that does not exist read the same.
    if (!detail) {
      throw notFound('workload-not-found', `No workload ${id}`);
    }
    const [[workload], [{ entityRefs }]] = await Promise.all([
      nameVisibleClaims([detail.workload], this.#access, credentials),
      nameVisibleEntities([detail], this.#access, credentials),
    ]);
    return {
      ...detail,
      workload: hideClaimant(workload, entityRefs),
      entityRefs,
    };
  }

  async #namedEntities(
    entityRefs: string[] | undefined,
    ownedBy: string[] | undefined,
  ): Promise<string[] | undefined> {
    if (!ownedBy) {
      return entityRefs;
    }
    const owned = await this.#reader.entitiesOwnedBy(ownedBy);
    return entityRefs ? owned.filter(ref => entityRefs.includes(ref)) : owned;
  }

  async #scope(
    named: string[] | undefined,
    credentials: BackstageCredentials,
  ): Promise<string[] | undefined> {
    const fleet = await this.#access.granted(
      multiclusterFleetReadPermission,
      credentials,
    );
    if (!named) {
      if (fleet) {
        return undefined;
      }
      throw notAllowed(
        'fleet-denied',
        'You may not see the fleet; name entities or owners to see what is theirs',
      );
    }
    if (fleet) {
      // The fleet says what runs, the catalog which entities exist: an answer to a name would tell that it does.
      return this.#access.filterVisible(named, credentials);
    }
    return this.#access.filter(
      multiclusterTopologyReadPermission,
      named,
      credentials,
    );
  }
}

/** A reason can name the entity that claims the workload, which the caller may not be allowed to see. */
function hideClaimant(
  workload: EntityWorkload,
  visible: string[],
): EntityWorkload {
  const { match } = workload;
  const { entity } = match.reason?.params ?? {};
  return typeof entity === 'string' && !visible.includes(entity)
    ? {
        ...workload,
        match: { ...match, reason: sentence('match.claimedUnseen') },
      }
    : workload;
}

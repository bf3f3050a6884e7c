import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ClusterDetail,
  ClusterList,
  EnvironmentList,
  Fleet,
  multiclusterClusterCordonPermission,
  multiclusterFleetReadPermission,
} from '@fairway/backstage-plugin-multicluster-common';
import { sentenceOfCode } from '../approvals/engine/sentenceOfCode';
import { Asking, FleetService, Paging } from '../service/FleetService';
import { ViewBody } from '../service/ViewBody';
import { notAllowed } from '../util/codedErrors';
import { ActingReader } from './ActingReader';
import { EntityAccess } from './EntityAccess';
import { nameVisibleEntities } from './nameVisibleEntities';

interface Options {
  fleet: FleetService;
  access: EntityAccess;
  acting: Pick<ActingReader, 'may' | 'refusal'>;
}

/** Lets callers with `multicluster.fleet.read` read the fleet. */
export class AuthorizedFleetService implements FleetService {
  readonly #fleet: FleetService;
  readonly #access: EntityAccess;
  readonly #acting: Pick<ActingReader, 'may' | 'refusal'>;

  static create(options: Options): FleetService {
    return new AuthorizedFleetService(options);
  }

  private constructor({ fleet, access, acting }: Options) {
    this.#fleet = fleet;
    this.#access = access;
    this.#acting = acting;
  }

  async fleet(options: Asking): Promise<ViewBody<Fleet>> {
    await this.#authorize(options.credentials);
    return this.#fleet.fleet(options);
  }

  async clusters(
    request: Paging & { filter?: string },
    options: Asking,
  ): Promise<ViewBody<ClusterList>> {
    await this.#authorize(options.credentials);
    return this.#fleet.clusters(request, options);
  }

  async cluster(
    request: Paging & { controlPlane: string; name: string },
    options: Asking,
  ): Promise<ViewBody<ClusterDetail>> {
    await this.#authorize(options.credentials);
    const detail = await this.#fleet.cluster(request, options);
    return {
      ...detail,
      ...(detail.manage && {
        manage: await this.#forReader(detail.manage, options),
      }),
      impact: await nameVisibleEntities(
        detail.impact,
        this.#access,
        options.credentials,
      ),
    };
  }

  async environments(options: Asking): Promise<ViewBody<EnvironmentList>> {
    await this.#authorize(options.credentials);
    return this.#fleet.environments(options);
  }

  /** A button that would be refused is worse than none. */
  async #forReader(
    manage: NonNullable<ClusterDetail['manage']>,
    { credentials }: Asking,
  ): Promise<NonNullable<ClusterDetail['manage']>> {
    const may = await this.#acting.may(
      multiclusterClusterCordonPermission,
      credentials,
    );
    return may
      ? manage
      : {
          ...manage,
          ability: {
            allowed: false,
            code: this.#acting.refusal,
            sentence: sentenceOfCode(this.#acting.refusal),
          },
        };
  }

  async #authorize(credentials: BackstageCredentials): Promise<void> {
    const granted = await this.#access.granted(
      multiclusterFleetReadPermission,
      credentials,
    );
    if (!granted) {
      throw notAllowed('fleet-denied', 'You may not see the fleet');
    }
  }
}

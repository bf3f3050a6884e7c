import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ClusterDetail,
  ClusterList,
  EnvironmentList,
  Fleet,
  multiclusterFleetReadPermission,
} from '@fairway/backstage-plugin-multicluster-common';
import { Asking, FleetService, Paging } from '../service/FleetService';
import { ViewBody } from '../service/ViewBody';
import { notAllowed } from '../util/codedErrors';
import { EntityAccess } from './EntityAccess';
import { nameVisibleEntities } from './nameVisibleEntities';

/** Lets callers with `multicluster.fleet.read` read the fleet. */
export class AuthorizedFleetService implements FleetService {
  readonly #fleet: FleetService;
  readonly #access: EntityAccess;

  static create(options: {
    fleet: FleetService;
    access: EntityAccess;
  }): FleetService {
    return new AuthorizedFleetService(options.fleet, options.access);
  }

  private constructor(fleet: FleetService, access: EntityAccess) {
    this.#fleet = fleet;
    this.#access = access;
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

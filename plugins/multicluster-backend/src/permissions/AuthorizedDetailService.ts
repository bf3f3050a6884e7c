import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  LogFrame,
  multiclusterDetailReadPermission,
  multiclusterFleetReadPermission,
  multiclusterLogReadPermission,
  multiclusterTopologyReadPermission,
  PerCluster,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DetailItems,
  DetailQuery,
  DetailReader,
  DetailService,
  LogQuery,
} from '../service/DetailService';
import { Asking } from '../service/FleetService';
import { WorkloadReader } from '../service/WorkloadService';
import { notAllowed, notFound } from '../util/codedErrors';
import { EntityAccess } from './EntityAccess';
import { isUnauthenticated } from './isUnauthenticated';

/**
 * Lets callers read details of workloads that are confirmed as belonging to an entity they have the right on. A mere claim
 * gives nothing: who can edit an entity could otherwise read anybody's logs.
 */
export class AuthorizedDetailService implements DetailService {
  readonly #reader: DetailReader;
  readonly #workloads: Pick<WorkloadReader, 'entitiesOf'>;
  readonly #access: EntityAccess;

  static create(options: {
    reader: DetailReader;
    workloads: Pick<WorkloadReader, 'entitiesOf'>;
    access: EntityAccess;
  }): DetailService {
    return new AuthorizedDetailService(options);
  }

  private constructor(options: {
    reader: DetailReader;
    workloads: Pick<WorkloadReader, 'entitiesOf'>;
    access: EntityAccess;
  }) {
    this.#reader = options.reader;
    this.#workloads = options.workloads;
    this.#access = options.access;
  }

  async read<K extends keyof DetailItems>(
    kind: K,
    query: DetailQuery,
    options: Asking,
  ): Promise<PerCluster<DetailItems[K]>[]> {
    await this.#authorize(
      multiclusterDetailReadPermission,
      query.workloadId,
      options.credentials,
    );
    return this.#reader.read(kind, query, options);
  }

  async log(
    query: LogQuery,
    options: Asking & { signal: AbortSignal },
  ): Promise<AsyncIterable<LogFrame>> {
    const authorize = () =>
      this.#authorize(
        multiclusterLogReadPermission,
        query.workloadId,
        options.credentials,
      );
    await authorize();
    return this.#reader.log(query, {
      ...options,
      // Whatever keeps the right from being confirmed ends the log: it is safer closed than open.
      stillAllowed: () =>
        authorize().then(
          () => 'granted',
          error => (isUnauthenticated(error) ? 'expired' : 'denied'),
        ),
    });
  }

  async #authorize(
    permission: ResourcePermission<'catalog-entity'>,
    workloadId: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const entities = await this.#workloads.entitiesOf(workloadId);
    const confirmed = (entities ?? [])
      .filter(item => item.confirmed)
      .map(item => item.entityRef);
    const readable = await this.#access.filter(
      multiclusterTopologyReadPermission,
      confirmed,
      credentials,
    );
    const granted = await this.#access.filter(
      permission,
      readable,
      credentials,
    );
    if (granted.length > 0) {
      return;
    }
    const known =
      entities !== undefined &&
      (readable.length > 0 ||
        (await this.#access.granted(
          multiclusterFleetReadPermission,
          credentials,
        )));
    if (!known) {
      throw notFound('workload-not-found', `No workload ${workloadId}`);
    }
    throw confirmed.length === 0
      ? notAllowed(
          'match-not-confirmed',
          'Neither a cluster nor the platform confirms whose workload this is, so its details are not shown',
        )
      : notAllowed(
          'detail-denied',
          'You may not read the details of this workload',
        );
  }
}

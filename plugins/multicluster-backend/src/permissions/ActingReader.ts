import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  BasicPermission,
  isResourcePermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { refuse } from '../approvals/engine/refuse';
import { CallerReader } from '../detail/CallerReader';
import { Acting, Writing } from '../service/Acting';
import { RateLimits } from '../service/RateLimits';
import { EntityAccess } from './EntityAccess';
import { requirePerson } from './requirePerson';

/** Of nothing in particular, or of entities. */
type JudgedPermission = BasicPermission | ResourcePermission<'catalog-entity'>;

interface Options {
  access: EntityAccess;
  callers: Pick<CallerReader, 'read'>;
  limits: RateLimits;
  guestCounts: boolean;
  /** Why nobody may change anything here, as for votes: without a permission framework everybody would be granted everything. */
  unguarded?: Extract<ApprovalCode, 'PERMISSIONS_DISABLED'>;
}

/** Finds out who wants to change something beside requests, and whether they may. */
export class ActingReader {
  static create(options: Options): ActingReader {
    return new ActingReader(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Throws NOT_A_USER, ACTING_FOR_SOMEBODY, GUEST, PERMISSIONS_DISABLED, RATE_LIMITED or NOT_PERMITTED.
   *
   * @param on - entities, on each of which a permission of entities has to be granted; on none it is not
   */
  async read(
    permission: JudgedPermission,
    { credentials, idempotency }: Writing,
    on: string[] = [],
  ): Promise<Acting> {
    const { callers, limits, unguarded } = this.#options;
    const by = requirePerson(credentials, this.#options);
    if (unguarded) {
      throw refuse(unguarded);
    }
    if (!limits.take(by.userEntityRef ?? '')) {
      throw refuse('RATE_LIMITED');
    }
    if (!(await this.#granted(permission, credentials, on))) {
      throw refuse('NOT_PERMITTED');
    }
    return {
      caller: await callers.read(credentials),
      idempotency,
      evidence: {
        permission: permission.name,
        result: 'ALLOW',
        ...(on.length > 0 && { entityRefs: on }),
      },
    };
  }

  /** Whether somebody who looks could. */
  async may(
    permission: JudgedPermission,
    credentials: BackstageCredentials,
    on: string[] = [],
  ): Promise<boolean> {
    try {
      requirePerson(credentials, this.#options);
    } catch {
      return false;
    }
    return (
      !this.#options.unguarded && this.#granted(permission, credentials, on)
    );
  }

  /** What is said where {@link may} says no. */
  get refusal(): ApprovalCode {
    return this.#options.unguarded ?? 'NOT_PERMITTED';
  }

  async #granted(
    permission: JudgedPermission,
    credentials: BackstageCredentials,
    on: string[],
  ): Promise<boolean> {
    const { access } = this.#options;
    if (!isResourcePermission(permission)) {
      return access.granted(permission, credentials);
    }
    const granted = await access.filter(permission, on, credentials);
    return granted.length > 0 && granted.length === on.length;
  }
}

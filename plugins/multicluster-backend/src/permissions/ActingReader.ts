import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { refuse } from '../approvals/engine/refuse';
import { CallerReader } from '../detail/CallerReader';
import { Acting, Writing } from '../service/Acting';
import { RateLimits } from '../service/RateLimits';
import { EntityAccess } from './EntityAccess';
import { requirePerson } from './requirePerson';

interface Options {
  access: EntityAccess;
  callers: Pick<CallerReader, 'read'>;
  limits: RateLimits;
  guestCounts: boolean;
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

  /** Throws NOT_A_USER, ACTING_FOR_SOMEBODY, GUEST, RATE_LIMITED or NOT_PERMITTED. */
  async read(
    permission: BasicPermission,
    { credentials, idempotency }: Writing,
  ): Promise<Acting> {
    const { access, callers, limits } = this.#options;
    const by = requirePerson(credentials, this.#options);
    if (!limits.take(by.userEntityRef ?? '')) {
      throw refuse('RATE_LIMITED');
    }
    if (!(await access.granted(permission, credentials))) {
      throw refuse('NOT_PERMITTED');
    }
    return {
      caller: await callers.read(credentials),
      idempotency,
      evidence: { permission: permission.name, result: 'ALLOW' },
    };
  }

  /** Whether somebody who looks could. */
  async may(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    try {
      requirePerson(credentials, this.#options);
    } catch {
      return false;
    }
    return this.#options.access.granted(permission, credentials);
  }
}

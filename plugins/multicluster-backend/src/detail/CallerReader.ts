import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Caller } from '@fairway/backstage-plugin-multicluster-node';
import { viewerKey } from '../util/viewerKey';
import { KeyedCache } from './KeyedCache';

const TTL_MS = 60_000;
const MAX_CALLERS = 1000;

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  userInfo: UserInfoService;
  now?: () => number;
}

/** Who asks, as the sources map it to an identity of their own. */
export class CallerReader {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #userInfo: UserInfoService;
  readonly #callers: KeyedCache<Caller>;

  static create(options: Options): CallerReader {
    return new CallerReader(options);
  }

  private constructor(options: Options) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#userInfo = options.userInfo;
    this.#callers = KeyedCache.create({
      ttlMs: TTL_MS,
      maxKeys: MAX_CALLERS,
      now: options.now,
    });
  }

  read(credentials: BackstageCredentials): Promise<Caller> {
    return this.#callers.get(viewerKey(credentials), async () => {
      const { userEntityRef, ownershipEntityRefs } =
        await this.#userInfo.getUserInfo(credentials);
      const email = await this.#email(userEntityRef);
      return {
        userEntityRef,
        ownershipEntityRefs,
        ...(email && { email }),
      };
    });
  }

  /** Read as the plugin, because not every user may read User entities, their own included. */
  async #email(userEntityRef: string): Promise<string | undefined> {
    const user = await this.#catalog.getEntityByRef(userEntityRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    const profile = user?.spec?.profile;
    return typeof profile === 'object' &&
      profile !== null &&
      'email' in profile &&
      typeof profile.email === 'string'
      ? profile.email
      : undefined;
  }
}

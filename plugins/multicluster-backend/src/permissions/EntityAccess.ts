import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { viewerKey } from '../util/viewerKey';
import { ViewerLoaders } from './ViewerLoaders';

/** No decision is used for longer than this, so a revoked right ends within it. */
const DECISION_TTL_MS = 5000;
const MAX_VIEWERS = 2000;

/**
 * Who may see which entity and what of it.
 *
 * @remarks
 * Questions of one caller that arrive together become one request, and an answer is used again for at most five seconds:
 * without that, each topology asked for costs the catalog and the permission back end several requests.
 */
export class EntityAccess {
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #now: () => number;
  readonly #viewers = new Map<
    string,
    { loaders: ViewerLoaders; until: number }
  >();

  static create(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    now?: () => number;
  }): EntityAccess {
    return new EntityAccess(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    now?: () => number;
  }) {
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
    this.#now = options.now ?? Date.now;
  }

  /** The entity, if the caller may see it. */
  async visible(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity | undefined> {
    return this.#of(credentials).entities.load(entityRef);
  }

  /** Whether a permission on an entity is granted. Says nothing about whether the entity exists. */
  async allowed(
    permission: ResourcePermission<'catalog-entity'>,
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const result = await this.#of(credentials).decisions.load({
      permission,
      resourceRef: entityRef,
    });
    return result === AuthorizeResult.ALLOW;
  }

  /** Whether a permission without a resource is granted. */
  async granted(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const result = await this.#of(credentials).decisions.load({ permission });
    return result === AuthorizeResult.ALLOW;
  }

  /** Those of some entities that the caller may see. */
  async filterVisible(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const seen = await Promise.all(
      entityRefs.map(ref => this.visible(ref, credentials)),
    );
    return entityRefs.filter((_, index) => seen[index] !== undefined);
  }

  /**
   * Those of some entities that the caller may know of: the catalog is asked of each only where the caller may not read all of it.
   * One that is gone from there is among them; who reads all may know that.
   */
  async filterReadable(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    return entityRefs.length === 0 || (await this.#of(credentials).readsAll())
      ? entityRefs
      : this.filterVisible(entityRefs, credentials);
  }

  /** Begins to ask what {@link EntityAccess.filterReadable} will ask of a caller, for whoever has something else to wait for. */
  foresee(credentials: BackstageCredentials): void {
    // Asked again by whoever needs it.
    this.#of(credentials)
      .readsAll()
      .catch(() => {});
  }

  /** Those of some entities that the caller may see and has a permission on. */
  async filter(
    permission: ResourcePermission<'catalog-entity'>,
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const checked = await Promise.all(
      entityRefs.map(async ref => {
        const [entity, allowed] = await Promise.all([
          this.visible(ref, credentials),
          this.allowed(permission, ref, credentials),
        ]);
        return entity !== undefined && allowed;
      }),
    );
    return entityRefs.filter((_, index) => checked[index]);
  }

  #of(credentials: BackstageCredentials): ViewerLoaders {
    const key = viewerKey(credentials);
    const now = this.#now();
    const known = this.#viewers.get(key);
    if (known && known.until > now) {
      return known.loaders;
    }
    const loaders = ViewerLoaders.create({
      catalog: this.#catalog,
      permissions: this.#permissions,
      credentials,
    });
    // Re-inserted at the end, so that the first entry is always the oldest.
    this.#viewers.delete(key);
    this.#viewers.set(key, { loaders, until: now + DECISION_TTL_MS });
    for (const [oldest, entry] of this.#viewers) {
      if (entry.until > now && this.#viewers.size <= MAX_VIEWERS) {
        break;
      }
      this.#viewers.delete(oldest);
    }
    return loaders;
  }
}

import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizePermissionRequest,
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import DataLoader from 'dataloader';
import { ENTITY_FIELDS } from '../matching/rules';

type Decision = DefinitivePolicyDecision['result'];

/** Questions that arrive within this time travel together. */
const GATHER_MS = 2;
const MAX_BATCH = 100;

/** What one caller may see, asked in batches and kept for as long as this object is. */
export class ViewerLoaders {
  readonly entities: DataLoader<string, Entity | undefined>;
  readonly decisions: DataLoader<AuthorizePermissionRequest, Decision, string>;
  readonly #readsAll: () => Promise<boolean>;
  #readsAllKept: Promise<boolean> | undefined;

  static create(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    credentials: BackstageCredentials;
  }): ViewerLoaders {
    return new ViewerLoaders(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    credentials: BackstageCredentials;
  }) {
    const { catalog, permissions, credentials } = options;
    const batching = {
      maxBatchSize: MAX_BATCH,
      batchScheduleFn: (callback: () => void) => {
        setTimeout(callback, GATHER_MS);
      },
    };
    this.#readsAll = async () => {
      const [decision] = await permissions.authorizeConditional(
        [{ permission: catalogEntityReadPermission }],
        { credentials },
      );
      return decision.result === AuthorizeResult.ALLOW;
    };
    this.entities = new DataLoader(async refs => {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: [...refs], fields: ENTITY_FIELDS },
        { credentials },
      );
      return items;
    }, batching);
    this.decisions = new DataLoader(
      async requests => {
        const decisions = await permissions.authorize([...requests], {
          credentials,
        });
        return decisions.map(decision => decision.result);
      },
      {
        ...batching,
        cacheKeyFn: request =>
          JSON.stringify([
            request.permission.name,
            'resourceRef' in request ? request.resourceRef : undefined,
          ]),
      },
    );
  }

  /** Whether the caller may read whatever the catalog has: as the catalog asks it, and without asking it of each entity. */
  readsAll(): Promise<boolean> {
    this.#readsAllKept ??= this.#readsAll().catch(error => {
      this.#readsAllKept = undefined;
      throw error;
    });
    return this.#readsAllKept;
  }
}

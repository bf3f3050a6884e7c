import {
  AuditorService,
  AuthService,
  DatabaseService,
  HttpAuthService,
  HttpRouterService,
  LifecycleService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { multiclusterPermissions } from '@fairway/backstage-plugin-multicluster-common';
import { HintNames } from '../hints/HintNames';
import { readHintKey } from '../hints/readHintKey';
import { applyMigrations } from '../inventory/sql/applyMigrations';
import { DefaultMatchingService } from '../matching/DefaultMatchingService';
import { readMatchingConfig } from '../matching/readMatchingConfig';
import { AuthorizedTopologyService } from '../permissions/AuthorizedTopologyService';
import { EntityAccess } from '../permissions/EntityAccess';
import { createRouter } from '../router/createRouter';
import { FleetHealthReader } from '../views/health/FleetHealthReader';
import { Environments } from '../views/platform/Environments';
import { DefaultTopologyReader } from '../views/topology/DefaultTopologyReader';
import { SourceRegistry } from './SourceRegistry';

/** Everything the plugin is given. */
export interface MulticlusterDeps {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  httpAuth: HttpAuthService;
  httpRouter: HttpRouterService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  scheduler: SchedulerService;
  sources: SourceRegistry;
  userInfo: UserInfoService;
}

/** Puts the plugin together. Waits for the database and for nothing else. */
export async function startMulticluster(deps: MulticlusterDeps) {
  const { config, sources } = deps;
  deps.permissionsRegistry.addPermissions(multiclusterPermissions);
  const knex = await deps.database.getClient();
  await applyMigrations(deps.database, knex);

  const matchingConfig = readMatchingConfig(config);
  const matching = DefaultMatchingService.create({
    knex,
    mappings: matchingConfig.mappings,
  });
  const access = EntityAccess.create(deps);
  const health = FleetHealthReader.create({
    knex,
    sources: () => sources.known,
  });
  const environments = Environments.fromConfig(config);
  const hints = HintNames.create(await readHintKey(knex));

  deps.httpRouter.use(
    await createRouter({
      auditor: deps.auditor,
      httpAuth: deps.httpAuth,
      hints,
      topology: AuthorizedTopologyService.create({
        access,
        reader: DefaultTopologyReader.create({
          knex,
          sources,
          health,
          environments,
          matching,
          showClaimed: matchingConfig.showClaimed,
        }),
      }),
    }),
  );
}

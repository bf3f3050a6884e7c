import {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { ANNOTATION_SOURCE_LOCATION, Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { HumanDuration } from '@backstage/types';
import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  ANNOTATION_PIPELINES,
  ANNOTATION_POLICY,
  ANNOTATION_WORKLOADS,
} from '@fairway/backstage-plugin-multicluster-common';
import { MatchChanges, MatchingService } from './MatchingService';
import { PipelineTools } from './pipelineToolsOf';
import { ENTITY_FIELDS } from './rules';

const CLAIMING_ANNOTATIONS = [
  ANNOTATION_PIPELINES,
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  ANNOTATION_WORKLOADS,
  ANNOTATION_POLICY,
];

/**
 * Reads what the catalog's entities claim, again and again. The catalog has no watch; an entity that someone looks at is
 * matched at once, so this is for the lists and for entities nobody looks at.
 */
export async function scheduleMatching(options: {
  auth: AuthService;
  catalog: CatalogService;
  every: HumanDuration;
  logger: LoggerService;
  matching: MatchingService;
  scheduler: SchedulerService;
  tools: PipelineTools;
  onChange: (changes: MatchChanges) => void;
}): Promise<void> {
  await options.scheduler.scheduleTask({
    id: 'multicluster-match-entities',
    frequency: options.every,
    timeout: { minutes: 10 },
    initialDelay: { seconds: 10 },
    scope: 'global',
    async fn(signal) {
      try {
        options.onChange(
          await options.matching.sweep(claimingEntities(options, signal)),
        );
      } catch (error) {
        // What is stored stays as it is; the next run is soon enough.
        options.logger.warn(
          'Entities could not be matched; the last matches stay',
          error instanceof Error ? error : undefined,
        );
      }
    },
  });
}

async function* claimingEntities(
  {
    auth,
    catalog,
    tools,
  }: { auth: AuthService; catalog: CatalogService; tools: PipelineTools },
  signal: AbortSignal,
): AsyncGenerator<Entity[]> {
  const credentials = await auth.getOwnServiceCredentials();
  const pages = catalog.streamEntities(
    {
      filter: claimingFilters(tools),
      fields: ENTITY_FIELDS,
    },
    { credentials },
  );
  for await (const page of pages) {
    // Throwing rather than returning: a stream that was cut short must not read as the whole catalog.
    signal.throwIfAborted();
    yield page;
  }
}

/** Nobody annotates an entity with where it lies, so where there are delivery tools every component may claim by that. */
function claimingFilters(tools: PipelineTools) {
  const having = (annotation: string) => ({
    [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
  });
  const named = [...CLAIMING_ANNOTATIONS, ...(tools.annotations ?? [])];
  return [
    ...named.map(having),
    ...(tools.annotations
      ? [{ kind: 'component', ...having(ANNOTATION_SOURCE_LOCATION) }]
      : []),
  ];
}

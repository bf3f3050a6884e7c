import {
  Coverage,
  EntityRuns,
} from '@fairway/backstage-plugin-multicluster-common';
import { buildPipeline } from './buildPipeline';
import { buildRunRow } from './buildRun';
import { said } from './said';

/** What the back end answers for an entity with one pipeline that waits for approval, all of it read and live unless told. */
export function buildEntityRuns(
  options: Partial<Omit<EntityRuns, 'coverage'>> & {
    coverage?: Partial<Coverage>;
  } = {},
): EntityRuns {
  const { coverage, pipelines = [buildPipeline()], ...rest } = options;
  const items = rest.items ?? [buildRunRow()];
  return {
    entityRef: 'component:default/checkout',
    observedAt: new Date().toISOString(),
    revision: 'r1',
    coverage: {
      seen: pipelines.length,
      total: pipelines.length,
      stale: 0,
      problems: [],
      ...coverage,
    },
    sentence: {
      ...said(
        'Waits for you: canary needs one more approval before it goes to production.',
      ),
      tone: 'hold',
    },
    pipelines,
    items,
    total: items.length,
    match: { state: 'matched', suggestions: [] },
    ...rest,
  };
}

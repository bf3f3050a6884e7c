import { ApplicationKind, SyncStrategy } from '../model/enums';
import type { ArtifactVersion, Deployment, Stage } from '../model/messages';
import type { ApplicationSpec, StageSpec } from './ApplicationSpec';
import { plannedStages } from './plannedStages';

/** What a piped decides to do with a deployment. */
export interface Plan {
  stages: Stage[];
  specs: Map<string, StageSpec>;
  summary: string;
  strategy: number;
  versions: ArtifactVersion[];
}

interface Given {
  version: 'v0' | 'v1';
  deployment: Deployment;
  spec: ApplicationSpec;
  /** Whether it was ever deployed with success. */
  before: boolean;
  uuid(): string;
  now: number;
}

interface Strategy {
  strategy: number;
  summary: string;
}

const FORCED =
  'Sync with the specified pipeline because piped received a command from user via web console or pipectl';

function strategyOf({ version, deployment, spec, before }: Given): Strategy {
  const { sync_strategy, strategy_summary = '' } = deployment.trigger;
  const terraform = deployment.kind === ApplicationKind.TERRAFORM;
  if (sync_strategy) {
    return { strategy: sync_strategy, summary: strategy_summary || FORCED };
  }
  if (!spec.pipeline) {
    return {
      strategy: SyncStrategy.QUICK_SYNC,
      summary:
        version === 'v0'
          ? 'Quick sync by applying all manifests because no pipeline was configured'
          : 'Quick sync due to the pipeline was not configured',
    };
  }
  if (spec.alwaysUsePipeline) {
    return {
      strategy: SyncStrategy.PIPELINE,
      summary: 'Sync with the specified pipeline (alwaysUsePipeline was set)',
    };
  }
  if (!before && !(version === 'v0' && terraform)) {
    return {
      strategy: SyncStrategy.QUICK_SYNC,
      summary:
        version === 'v0'
          ? 'Quick sync by applying all manifests because it was unable to find the most recently successful commit'
          : 'Quick sync, it seems this is the first deployment of the application',
    };
  }
  return {
    strategy: SyncStrategy.PIPELINE,
    summary: 'Sync with the specified progressive pipeline',
  };
}

function versionsOf(
  { version, deployment, spec }: Given,
  forced: boolean,
): ArtifactVersion[] {
  const image = spec.image?.(deployment.trigger.commit);
  if (!image) {
    // A v0 piped leaves it empty when somebody chose the strategy.
    return version === 'v0' && forced ? [] : [{ version: 'unknown' }];
  }
  const at = image.lastIndexOf(':');
  const name = image.slice(image.lastIndexOf('/', at) + 1, at);
  return [{ kind: 1, version: image.slice(at + 1), name, url: image }];
}

/** Plans a deployment; undefined when a v1 piped cannot, of which nobody is told the reason. */
export function plan(given: Given): Plan | undefined {
  const { version, spec } = given;
  const { strategy, summary } = strategyOf(given);
  const quick = strategy === SyncStrategy.QUICK_SYNC;
  const openGate = spec.pipeline?.some(
    ({ name, approvers }) => name === 'WAIT_APPROVAL' && !approvers?.length,
  );
  if (
    version === 'v1' &&
    (spec.unplannable || (quick ? !spec.manifests : openGate))
  ) {
    return undefined;
  }
  return {
    ...plannedStages(given, quick),
    summary,
    strategy,
    versions: versionsOf(
      given,
      Boolean(given.deployment.trigger.sync_strategy),
    ),
  };
}

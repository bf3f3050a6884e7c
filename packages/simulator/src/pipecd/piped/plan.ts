import { ApplicationKind, SyncStrategy } from '../model/enums';
import type {
  ArtifactVersion,
  Commit,
  Deployment,
  Stage,
} from '../model/messages';
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
  /** The commit that was deployed last with success. */
  before: Commit | undefined;
  uuid(): string;
  now: number;
}

interface Strategy {
  strategy: number;
  summary: string;
}

const FORCED =
  'Sync with the specified pipeline because piped received a command from user via web console or pipectl';

/** A v0 piped compares the images of the two commits. */
function progressive({ version, deployment, spec, before }: Given): string {
  const next = spec.image?.(deployment.trigger.commit);
  const last = before && spec.image?.(before);
  if (version === 'v1' || !next || !last || next === last) {
    return 'Sync with the specified progressive pipeline';
  }
  const [from, to] = [last, next].map(image => splitImage(image));
  return `Sync progressively because of updating image ${to.name} from ${from.tag} to ${to.tag}`;
}

function splitImage(image: string): { name: string; tag: string } {
  const at = image.lastIndexOf(':');
  const name = image.slice(image.lastIndexOf('/', at) + 1, at);
  return { name, tag: image.slice(at + 1) };
}

function strategyOf(given: Given): Strategy {
  const { version, deployment, spec, before } = given;
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
          ? 'Quick sync by applying all manifests because it seems this is the first deployment'
          : 'Quick sync, it seems this is the first deployment of the application',
    };
  }
  return { strategy: SyncStrategy.PIPELINE, summary: progressive(given) };
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
  const { name, tag } = splitImage(image);
  return [{ kind: 1, version: tag, name, url: image }];
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

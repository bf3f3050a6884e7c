import type { KubeObject } from '../../../apiserver/ObjectStore';
import { Severity, StageStatus } from '../../model/enums';
import type { Commit } from '../../model/messages';
import type { StageContext, StageRunner } from '../StageContext';
import { Unreachable } from '../Unreachable';
import { applyManifests, manifestText } from './applyManifests';
import { prepareSource } from './prepareSource';
import { variantOf } from './variantOf';

type Variant = 'primary' | 'canary' | 'baseline';

const isWorkload = ({ kind }: KubeObject) => kind === 'Deployment';

function manifestsAt(context: StageContext, commit: Commit): KubeObject[] {
  const { host } = context;
  const spec = host.specOf(context.deployment().application_id);
  return spec.manifests?.(commit) ?? [];
}

/** The commit that ran before this deployment. */
function before(context: StageContext): Commit | undefined {
  return context.host.running.get(context.deployment().application_id);
}

function load(context: StageContext, commit: Commit, what: string) {
  const manifests = manifestsAt(context, commit);
  context.log(`Loading manifests at ${what}${commit.hash} for handling`);
  context.log(
    `Successfully loaded ${manifests.length} manifests`,
    Severity.SUCCESS,
  );
  return manifests;
}

function rollOut(context: StageContext, variant: Variant): void {
  const name = variant.toUpperCase();
  const { commit: target } = context.deployment().trigger;
  const primary = variant === 'primary';
  const commit = (variant === 'baseline' && before(context)) || target;
  const manifests = load(
    context,
    commit,
    primary ? 'trigered commit ' : 'commit ',
  );
  const objects = primary
    ? manifests
    : manifests
        .filter(isWorkload)
        .map(object => variantOf(object, variant, context.spec.percent ?? 100));
  if (primary) {
    context.log('Start generating manifests for PRIMARY variant');
    context.log(
      `Successfully generated ${objects.length} manifests for PRIMARY variant`,
      Severity.SUCCESS,
    );
  } else {
    context.setDeploymentMetadata({
      [`${variant}-resources`]: objects
        .map(({ apiVersion, kind, metadata }) =>
          [apiVersion, kind, metadata.namespace, metadata.name].join(':'),
        )
        .join(','),
    });
  }
  context.log(`Start rolling out ${name} variant...`);
  applyManifests(context, objects, { variant, commit });
  context.log(`Successfully rolled out ${name} variant`, Severity.SUCCESS);
  if (primary) {
    context.log(
      'Resource GC was skipped because sync.prune was not configured',
    );
  }
}

function clean(context: StageContext, variant: Variant, commit: Commit): void {
  const { application_id } = context.deployment();
  const target = context.host.targetOf(application_id);
  const name = variant.toUpperCase();
  const found = manifestsAt(context, commit)
    .filter(isWorkload)
    .map(object => ({
      ...object,
      metadata: {
        ...object.metadata,
        name: `${object.metadata.name}-${variant}`,
      },
    }))
    .filter(object => target.get(object));
  context.log(
    `Starting finding and deleting service resources of ${name} variant`,
  );
  context.log('No resources to delete');
  context.log(
    `Starting finding and deleting workload resources of ${name} variant`,
  );
  if (found.length === 0) {
    context.log('No resources to delete');
    return;
  }
  context.log(`Start deleting ${found.length} resources`);
  for (const object of found) {
    target.remove(object);
    context.log(
      `- deleted resource: ${manifestText(object)}`,
      Severity.SUCCESS,
    );
  }
  context.log(
    `Successfully deleted ${found.length} resources`,
    Severity.SUCCESS,
  );
}

function sync(context: StageContext): void {
  const { commit } = context.deployment().trigger;
  const manifests = load(context, commit, 'commit ');
  applyManifests(context, manifests, { variant: 'primary', commit });
  context.log('Resource GC was skipped because sync.prune was not configured');
}

function act(context: StageContext): void {
  const [, name, action] =
    /^K8S_(PRIMARY|CANARY|BASELINE)_(ROLLOUT|CLEAN)$/.exec(context.spec.name) ??
    [];
  const variant = name?.toLowerCase() as Variant;
  if (action === 'ROLLOUT') {
    rollOut(context, variant);
  } else if (action === 'CLEAN') {
    clean(context, variant, context.deployment().trigger.commit);
  } else {
    sync(context);
  }
}

/** Ends the stage by whether the platform could be reached while the work was done. */
function endBy(context: StageContext, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Unreachable)) {
      throw error;
    }
    context.log(
      `Failed while applying manifests: ${error.message}`,
      Severity.ERROR,
    );
    context.finish(StageStatus.FAILURE);
    return;
  }
  context.finish(StageStatus.SUCCESS);
}

/** K8S_SYNC, and the roll-outs and clean-ups of the variants. */
export const kubernetes: StageRunner = context => {
  prepareSource(context);
  context.after(context.host.timings.apply, () =>
    endBy(context, () => {
      act(context);
      context.host.changed(context.deployment().application_id);
    }),
  );
};

/** ROLLBACK of v0 and K8S_ROLLBACK of v1: what ran before is applied again, and the variants are taken away. */
export const kubernetesRollback: StageRunner = context => {
  const running = before(context);
  if (!running) {
    context.log(
      'Unable to determine the last deployed commit to rollback. It seems this is the first deployment.',
      Severity.ERROR,
    );
    context.finish(StageStatus.FAILURE);
    return;
  }
  prepareSource(context, 'running');
  context.log(
    `Start rolling back to the state defined at commit ${running.hash}`,
  );
  const manifests = manifestsAt(context, running);
  const done = () =>
    endBy(context, () => {
      if (manifests.length > 0) {
        applyManifests(context, manifests, {
          variant: 'primary',
          commit: running,
        });
        clean(context, 'canary', running);
        clean(context, 'baseline', running);
        context.host.changed(context.deployment().application_id);
      }
      context.log('Successfully rolled back the changes', Severity.SUCCESS);
    });
  if (manifests.length > 0) {
    context.after(context.host.timings.apply, done);
  } else {
    done();
  }
};

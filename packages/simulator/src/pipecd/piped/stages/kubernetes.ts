import type { KubeObject } from '../../../apiserver/ObjectStore';
import { Severity, StageStatus } from '../../model/enums';
import type { Commit } from '../../model/messages';
import type { StageContext, StageRunner } from '../StageContext';
import { marked } from './marked';
import { prepareSource } from './prepareSource';
import { variantOf } from './variantOf';

type Variant = 'primary' | 'canary' | 'baseline';

const isWorkload = ({ kind }: KubeObject) => kind === 'Deployment';

function manifestsAt(context: StageContext, commit: Commit): KubeObject[] {
  const { host } = context;
  const spec = host.specOf(context.deployment().application_id);
  return spec.manifests?.(commit) ?? [];
}

function apply(
  context: StageContext,
  objects: KubeObject[],
  options: { variant: Variant; commit: Commit },
): void {
  const { host } = context;
  const { variant, commit } = options;
  context.log(`Start applying ${objects.length} manifests`);
  for (const object of objects) {
    host.targetOf(context.deployment().application_id).apply(
      marked(object, context.deployment(), {
        version: host.version,
        variant,
        commit: commit.hash,
      }),
    );
    const { apiVersion, kind, metadata } = object;
    context.log(
      `- applied manifest: ${apiVersion}:${kind}:${metadata.namespace ?? ''}:${
        metadata.name
      }`,
      Severity.SUCCESS,
    );
  }
  context.log(
    `Successfully applied ${objects.length} manifests`,
    Severity.SUCCESS,
  );
}

function clean(context: StageContext, variant: Variant, commit: Commit): void {
  const target = context.host.targetOf(context.deployment().application_id);
  const workloads = manifestsAt(context, commit).filter(isWorkload);
  for (const object of workloads) {
    const name = `${object.metadata.name}-${variant}`;
    const gone = { ...object, metadata: { ...object.metadata, name } };
    if (target.get(gone)) {
      target.remove(gone);
      context.log(
        `- deleted resource: ${object.apiVersion}:${object.kind}:${
          object.metadata.namespace ?? ''
        }:${name}`,
        Severity.SUCCESS,
      );
    }
  }
  context.log(
    `Successfully cleaned ${variant.toUpperCase()} variant`,
    Severity.SUCCESS,
  );
}

/** The commit that ran before this deployment; the one that is deployed when there was none. */
function before(context: StageContext): Commit | undefined {
  return context.host.running.get(context.deployment().application_id);
}

function act(context: StageContext): void {
  const { commit } = context.deployment().trigger;
  const { name, percent = 100 } = context.spec;
  const [, variant, action] =
    /^K8S_(PRIMARY|CANARY|BASELINE)_(ROLLOUT|CLEAN)$/.exec(name) ?? [];
  const kind = (variant ?? 'primary').toLowerCase() as Variant;
  context.log('Loading manifests for handling');
  if (action === 'CLEAN') {
    clean(context, kind, commit);
    return;
  }
  const source = kind === 'baseline' ? before(context) ?? commit : commit;
  const manifests = manifestsAt(context, source);
  context.log(
    `Successfully loaded ${manifests.length} manifests`,
    Severity.SUCCESS,
  );
  const objects =
    kind === 'primary'
      ? manifests
      : manifests
          .filter(isWorkload)
          .map(object => variantOf(object, kind, percent));
  apply(context, objects, { variant: kind, commit: source });
}

/** K8S_SYNC, and the roll-outs and clean-ups of the variants. */
export const kubernetes: StageRunner = context => {
  prepareSource(context);
  context.after(context.host.timings.apply, () => {
    act(context);
    context.finish(StageStatus.SUCCESS);
  });
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
  const done = () => {
    const manifests = manifestsAt(context, running);
    if (manifests.length > 0) {
      apply(context, manifests, { variant: 'primary', commit: running });
      clean(context, 'canary', running);
      clean(context, 'baseline', running);
    }
    context.log('Successfully rolled back the changes', Severity.SUCCESS);
    context.finish(StageStatus.SUCCESS);
  };
  if (manifestsAt(context, running).length > 0) {
    context.after(context.host.timings.apply, done);
  } else {
    done();
  }
};

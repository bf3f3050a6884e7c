import type { KubeObject } from '../../../apiserver/ObjectStore';
import { Severity } from '../../model/enums';
import type { Commit } from '../../model/messages';
import type { StageContext } from '../StageContext';
import { marked } from './marked';

/** An object as the log of a stage names it. */
export function manifestText({
  apiVersion,
  kind,
  metadata,
}: Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'>): string {
  return `name="${metadata.name}", kind="${kind}", namespace="${
    metadata.namespace ?? ''
  }", apiVersion="${apiVersion}"`;
}

/** Applies objects with the marks of the deployment, in the order of their kinds, and logs each. */
export function applyManifests(
  context: StageContext,
  objects: KubeObject[],
  options: { variant: string; commit: Commit },
): void {
  const { host } = context;
  const deployment = context.deployment();
  const target = host.targetOf(deployment.application_id);
  const [first] = objects;
  context.log(
    `Start applying ${objects.length} manifests to "${
      first?.metadata.namespace ?? ''
    }" namespace`,
  );
  const sorted = [...objects].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  for (const object of sorted) {
    target.apply(
      marked(object, deployment, {
        version: host.version,
        variant: options.variant,
        commit: options.commit.hash,
      }),
    );
    context.log(
      `- applied manifest: ${manifestText(object)}`,
      Severity.SUCCESS,
    );
  }
  context.log(
    `Successfully applied ${objects.length} manifests`,
    Severity.SUCCESS,
  );
}

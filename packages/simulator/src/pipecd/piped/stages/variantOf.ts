import { plainCopy } from '../../../apiserver/plainCopy';
import type { KubeObject } from '../../../apiserver/ObjectStore';
import type { Workload } from '../../../karmada/model/Workload';

export const VARIANT_LABEL = 'pipecd.dev/variant';

/**
 * A second workload beside the first: its name, its selector and its pods carry the variant, its replicas are a share of
 * the first's. Whatever selects the first by name does not select this one.
 */
export function variantOf(
  object: KubeObject,
  variant: 'canary' | 'baseline',
  percent: number,
): KubeObject {
  const made = plainCopy(object) as Workload;
  const label = { [VARIANT_LABEL]: variant };
  made.metadata.name = `${object.metadata.name}-${variant}`;
  made.metadata.labels = { ...made.metadata.labels, ...label };
  made.metadata.annotations = { ...made.metadata.annotations, ...label };
  made.spec.replicas = Math.max(
    1,
    Math.ceil(((made.spec.replicas ?? 1) * percent) / 100),
  );
  const { template } = made.spec;
  template.metadata = {
    ...template.metadata,
    labels: { ...template.metadata?.labels, ...label },
  };
  const selector = made.spec.selector as
    | { matchLabels?: Record<string, string> }
    | undefined;
  made.spec.selector = {
    ...selector,
    matchLabels: { ...selector?.matchLabels, ...label },
  };
  return made as KubeObject;
}

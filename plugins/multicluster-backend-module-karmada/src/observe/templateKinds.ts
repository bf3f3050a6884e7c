import { runsPods } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { TemplateKind } from '../project/projectTemplate';

/**
 * Kinds observed even when no binding refers to them, so that a workload which nobody placed is seen at all.
 */
const common: readonly TemplateKind[] = [
  { group: 'apps', version: 'v1', kind: 'Deployment' },
  { group: 'apps', version: 'v1', kind: 'StatefulSet' },
  { group: 'apps', version: 'v1', kind: 'DaemonSet' },
  { group: 'batch', version: 'v1', kind: 'Job' },
  { group: 'batch', version: 'v1', kind: 'CronJob' },
];

/**
 * The kinds of templates to observe: the usual workloads and what bindings refer to.
 *
 * @remarks
 * Secrets are never among them, whoever places them; ConfigMaps only where the configuration allows. Of a kind that is
 * referred to in several versions one is enough: they are the same objects.
 *
 * @internal
 */
export function templateKinds(
  referenced: readonly TemplateKind[],
  options: { configMaps: boolean },
): Array<TemplateKind & { whole: boolean }> {
  const kinds = new Map<string, TemplateKind>();
  for (const kind of [...common, ...referenced]) {
    const id = `${kind.group}/${kind.kind}`;
    if (!kinds.has(id) && isAllowed(id, options)) {
      kinds.set(id, kind);
    }
  }
  return [...kinds.values()].map(kind => ({
    ...kind,
    whole: runsPods(kind.group, kind.kind),
  }));
}

function isAllowed(id: string, { configMaps }: { configMaps: boolean }) {
  return id !== '/Secret' && (id !== '/ConfigMap' || configMaps);
}

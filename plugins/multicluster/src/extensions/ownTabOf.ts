/** Our tabs of the fleet page, as their messages are called. @internal */
export type OwnTab =
  | 'clusters'
  | 'workloads'
  | 'pipelines'
  | 'approvals'
  | 'lanes'
  | 'audit'
  | 'sources';

const OWN: Record<string, OwnTab> = {
  'sub-page:multicluster/fleet': 'clusters',
  'sub-page:multicluster/workloads': 'workloads',
  'sub-page:multicluster/pipelines': 'pipelines',
  'sub-page:multicluster/approvals': 'approvals',
  'sub-page:multicluster/lanes': 'lanes',
  'sub-page:multicluster/audit': 'audit',
  'sub-page:multicluster/sources': 'sources',
};

/**
 * Which of our tabs an extension is, while it has the title we gave it: that is shown in the language of the reader. Undefined
 * for a tab of somebody else, and for one that the app gives a title of its own, which is shown as it is.
 *
 * @param spec - of the node of the extension
 * @internal
 */
export function ownTabOf(spec: {
  id: string;
  config?: unknown;
}): OwnTab | undefined {
  const { title } = (spec.config ?? {}) as { title?: unknown };
  return title === undefined ? OWN[spec.id] : undefined;
}

import { isRecord } from './isRecord';

/**
 * What an API server fills in where a manifest is silent. A cluster's own object has them, what was sent to one has not, so
 * that they would differ everywhere. By name of the field: none of them means something else elsewhere in the kinds that
 * run pods, and Service.
 */
const DEFAULTS: Record<string, unknown[]> = {
  creationTimestamp: [null],
  dnsPolicy: ['ClusterFirst'],
  enableServiceLinks: [true],
  failureThreshold: [3],
  imagePullPolicy: ['IfNotPresent', 'Always'],
  internalTrafficPolicy: ['Cluster'],
  maxSurge: ['25%'],
  maxUnavailable: ['25%'],
  periodSeconds: [10],
  podManagementPolicy: ['OrderedReady'],
  progressDeadlineSeconds: [600],
  protocol: ['TCP'],
  restartPolicy: ['Always'],
  revisionHistoryLimit: [10],
  schedulerName: ['default-scheduler'],
  scheme: ['HTTP'],
  sessionAffinity: ['None'],
  successThreshold: [1],
  terminationGracePeriodSeconds: [30],
  terminationMessagePath: ['/dev/termination-log'],
  terminationMessagePolicy: ['File'],
  timeoutSeconds: [1],
  defaultMode: [420],
};

/** Given by a server, and never the same twice. */
const ASSIGNED = new Set([
  'clusterIP',
  'clusterIPs',
  'healthCheckNodePort',
  'ipFamilies',
  'ipFamilyPolicy',
  'nodePort',
]);

/** Nothing, where it is silent: left after its defaults were taken out. */
const OPTIONAL = new Set([
  'annotations',
  'labels',
  'metadata',
  'resources',
  'rollingUpdate',
  'securityContext',
]);

/**
 * A manifest without what its server has added. A field with the value that it would have anyway is left out, so that a
 * manifest which says the default reads as one that is silent.
 *
 * @internal
 */
export function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutDefaults);
  }
  if (!isRecord(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !ASSIGNED.has(key) && !isDefault(key, item))
      .map(([key, item]) => [key, withoutDefaults(item)] as const)
      .filter(([key, item]) => !isSilent(key, item) && !isStrategy(key, item)),
  );
}

/** A field may be called `constructor`, which every object has. */
function isDefault(key: string, item: unknown): boolean {
  return Object.hasOwn(DEFAULTS, key) && DEFAULTS[key].includes(item);
}

function isSilent(key: string, item: unknown): boolean {
  return OPTIONAL.has(key) && isRecord(item) && Object.keys(item).length === 0;
}

/** A rolling update in quarters is what there is without a strategy. */
function isStrategy(key: string, item: unknown): boolean {
  return (
    (key === 'strategy' || key === 'updateStrategy') &&
    isRecord(item) &&
    item.type === 'RollingUpdate' &&
    Object.keys(item).length === 1
  );
}

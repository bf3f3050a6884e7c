import { ResourceType } from '../ObjectStore';
import { typeKey } from '../types/typeKey';
import { Column } from './Column';
import { humanAge } from './humanAge';
import { jsonPath } from './jsonPath';

type Printed = [name: string, type: string, path: string];

const AGE: Printed = ['AGE', 'date', '.metadata.creationTimestamp'];
const POLICY: Printed[] = [
  ['CONFLICT-RESOLUTION', 'string', '.spec.conflictResolution'],
  ['PRIORITY', 'string', '.spec.priority'],
  AGE,
];
const BINDING: Printed[] = [
  ['SCHEDULED', 'string', '.status.conditions[?(@.type=="Scheduled")].status'],
  [
    'FULLYAPPLIED',
    'string',
    '.status.conditions[?(@.type=="FullyApplied")].status',
  ],
  AGE,
];

/** `additionalPrinterColumns` of the CRDs of Karmada 1.18. */
const PRINTED: Record<string, Printed[]> = {
  'policy.karmada.io/propagationpolicies': POLICY,
  'policy.karmada.io/clusterpropagationpolicies': POLICY,
  'policy.karmada.io/federatedresourcequotas': [
    ['OVERALL', 'string', '.status.overall'],
    ['OVERALL_USED', 'string', '.status.overallUsed'],
  ],
  'work.karmada.io/resourcebindings': BINDING,
  'work.karmada.io/clusterresourcebindings': BINDING,
  'work.karmada.io/works': [
    ['WORKLOAD-KIND', 'string', '.spec.workload.manifests[*].kind'],
    ['APPLIED', 'string', '.status.conditions[?(@.type=="Applied")].status'],
    AGE,
  ],
};

const DEFAULT: Printed[] = [['Age', 'date', '.metadata.creationTimestamp']];

/** The columns after the name of a custom resource. Undefined for built-in and aggregated kinds. */
export function customColumns(type: ResourceType): Column[] | undefined {
  if (type.served !== 'custom') {
    return undefined;
  }
  return (PRINTED[typeKey(type)] ?? DEFAULT).map(([name, kind, path]) => ({
    name,
    type: kind,
    format: '',
    description: `Custom resource definition column (in JSONPath format): ${path}`,
    priority: 0,
    cell: (object, now) => {
      const value = jsonPath(object, path);
      if (kind === 'date') {
        return humanAge(value as string | undefined, now);
      }
      return value === undefined ? null : printed(value);
    },
  }));
}

function printed(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

import { ResourceType } from '../ObjectStore';
import karmadaFields from './karmadaFields.json';

/** The fields an object may have; `*` takes anything below it. */
export type Fields = '*' | { [field: string]: Fields };

const BY_RESOURCE = karmadaFields as Record<string, Fields>;

/** Same schema, other scope. */
const SAME_AS: Record<string, string> = {
  'policy.karmada.io/clusterpropagationpolicies':
    'policy.karmada.io/propagationpolicies',
  'policy.karmada.io/clusteroverridepolicies':
    'policy.karmada.io/overridepolicies',
};

/**
 * The fields of a kind that people write by hand, as the CRDs of Karmada 1.18 declare them (names alone, types are not
 * checked). Undefined for every other kind: those are taken as they come.
 */
export function fieldsOf(type: ResourceType): Fields | undefined {
  const key = `${type.group}/${type.resource}`;
  return BY_RESOURCE[SAME_AS[key] ?? key];
}

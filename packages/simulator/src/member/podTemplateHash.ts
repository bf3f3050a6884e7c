import { encodeHash } from '../karmada/names/encodeHash';
import type { PodTemplate } from '../karmada/model/Workload';

/** The suffix that tells the ReplicaSets of one Deployment apart. */
export function podTemplateHash(template: PodTemplate): string {
  return encodeHash(JSON.stringify(template));
}

import { createHash } from 'node:crypto';
import { sortedJson } from '../../../inventory/runs/sortedJson';
import { ProvenExemption } from './ExemptionProver';

/**
 * What an offer to restore stands for, in hex: other content, other clusters, or content of which less is known
 * than was said is another one. The same on every replica, because whoever is asked may not be who offered.
 */
export function restoreEtag({
  basis,
  proof,
}: Pick<ProvenExemption, 'basis' | 'proof'>): string {
  return createHash('sha256')
    .update(sortedJson([basis, proof.held ?? null]))
    .digest('hex')
    .slice(0, 32);
}

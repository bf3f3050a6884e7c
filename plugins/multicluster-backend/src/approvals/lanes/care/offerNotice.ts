import { LaneNotice } from './LaneNoticer';
import { ProvenExemption } from './ExemptionProver';

/** What owners are told of copies that can be restored without votes. */
export function offerNotice({
  basis,
  clusters,
}: Pick<ProvenExemption, 'basis' | 'clusters'>): Pick<
  LaneNotice,
  'title' | 'description'
> {
  return {
    title: `Copies can be restored on ${clusters.join(', ')}`,
    description:
      basis === 'approved'
        ? 'What is held there was approved before and needs no new approval. It is released by itself in a moment unless somebody does it first.'
        : 'What is held there ran before the lane was armed, or was let out past the rules, and nobody approved it here. Somebody can release it with a reason; it is not released by itself.',
  };
}

import { LaneNotice } from './LaneNoticer';
import { ProvenExemption } from './ExemptionProver';

const WHAT: Record<ProvenExemption['basis'], string> = {
  approved: 'What is held there was approved before and needs no new approval.',
  baseline:
    'What is held there ran before the lane was armed, or was let out past the rules, and nobody approved it here.',
};
const WHO = {
  portal: 'It is released by itself in a moment unless somebody does it first.',
  person:
    'Somebody can release it with a reason; it is not released by itself.',
};

/** What owners are told of copies that can be restored without votes. `by`: who may do so, the portal beside people or they alone. */
export function offerNotice(
  { basis, clusters }: Pick<ProvenExemption, 'basis' | 'clusters'>,
  by: 'portal' | 'person',
): Pick<LaneNotice, 'title' | 'description'> {
  return {
    title: `Copies can be restored on ${clusters.join(', ')}`,
    description: `${WHAT[basis]} ${WHO[by]}`,
  };
}

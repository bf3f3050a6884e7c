import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { ProvenExemption } from './ExemptionProver';

/** What a release would bring back, beside the button that does it. */
export function restoreSentence({
  why,
  basis,
  clusters,
  lost,
}: Pick<ProvenExemption, 'why' | 'basis' | 'clusters' | 'lost'>): Sentence {
  const code = basis === 'baseline' ? `baseline.${why}` : why;
  return sentence(`lane.restore.${code}`, {
    clusters: clusters.join(', '),
    ...(why === 'failover' && { lost: lost.join(', ') }),
  });
}

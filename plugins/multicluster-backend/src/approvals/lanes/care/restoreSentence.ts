import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { ProvenExemption } from './ExemptionProver';

/** What a release would bring back, beside the button that does it. */
export function restoreSentence({
  why,
  clusters,
  lost,
}: Pick<ProvenExemption, 'why' | 'clusters' | 'lost'>): Sentence {
  return sentence(`lane.restore.${why}`, {
    clusters: clusters.join(', '),
    ...(why === 'failover' && { lost: lost.join(', ') }),
  });
}

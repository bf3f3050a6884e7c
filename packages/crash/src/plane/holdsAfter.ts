import { CLUSTERS } from '../portal/crashWorld';
import { PlaneChange } from './PlaneChange';
import { PlaneLane } from './PlaneLane';

/** What a lane holds once a change is taken: a release holds every cluster but those that it opens. */
export function holdsAfter({
  form,
  clusters,
}: Pick<PlaneChange, 'form' | 'clusters'>): PlaneLane['holds'] {
  if (form === 'release') {
    return CLUSTERS.filter(cluster => !clusters.includes(cluster));
  }
  return form === 'hold' ? 'all' : 'none';
}

import {
  Sentence,
  SubjectDiff,
} from '@fairway/backstage-plugin-multicluster-common';

/** What an entity would get, and how that is known. */
export interface EntityDiff {
  diff: SubjectDiff[];
  /** With what is compared, or why nothing is. */
  basis: Sentence;
}

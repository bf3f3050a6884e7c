import { Sentence } from '@fairway/backstage-plugin-multicluster-common';

/** What a source said of itself: JSON of `inventory_source.status`. */
export interface SourceNotes {
  facts: Sentence[];
  /** Verbs the credential lacks, as YAML to apply. */
  missingRbac?: string;
}

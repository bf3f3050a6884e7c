import { Sentence } from '@fairway/backstage-plugin-multicluster-common';

/** What a source said of itself: JSON of `inventory_note.notes`, by facet. */
export interface SourceNotes {
  facts: Sentence[];
  /** Verbs the credential lacks, as YAML to apply. */
  missingRbac?: string;
}

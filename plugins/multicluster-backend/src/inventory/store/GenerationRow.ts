/** What is stored of a past generation of a template. */
export interface GenerationRow {
  uid: string;
  generation: number;
  /** JSON. */
  images: string;
  /** {@inheritDoc WorkloadFact.settings} */
  settings: string | null;
}

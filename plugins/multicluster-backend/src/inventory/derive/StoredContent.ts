/** Part of the stored JSON of a target: what ran there when that was last known, apart from the number of copies. */
export interface StoredContent {
  /** Digests of one generation of one incarnation of the template, each behind the form it has (`1:`). Absent: it was never known. */
  ran?: [uid: string, generation: number, settings: string, images: string];
  /** The version that this ran as, where no or another version is known now. */
  ranAs?: string;
}

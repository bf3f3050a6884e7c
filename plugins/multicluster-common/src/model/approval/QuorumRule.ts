/**
 * Who has to agree. `atLeast` counts different people of a set; one person counts once in each rule and once in a set.
 *
 * @public
 */
export type QuorumRule =
  | { all: QuorumRule[] }
  | { any: QuorumRule[] }
  | { atLeast: number; of: VoterSet };

/** Whose votes count for a rule; in one of these is enough. @public */
export interface VoterSet {
  /** Members of the groups that own an entity of the request. */
  owners?: boolean;
  /** Refs of groups; members of groups below them count. */
  groups?: string[];
  /** Refs of users. */
  users?: string[];
}

/** How far a rule is met. The tree of a {@link QuorumRule} with who counts where. @public */
export interface QuorumProgress {
  met: boolean;
  rule:
    | { kind: 'all' | 'any'; parts: QuorumProgress[] }
    | {
        kind: 'atLeast';
        needed: number;
        /** Refs of users whose approval counts here. */
        counted: string[];
        of: VoterSet;
      };
}

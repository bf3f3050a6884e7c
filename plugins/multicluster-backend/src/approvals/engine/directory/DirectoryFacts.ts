import { VoterFacts } from '../../rules/quorum/VoterFacts';

/** A user as the catalog has it now. */
export interface Person {
  ref: string;
  exists: boolean;
  /** Groups that count, those above them included. */
  groups: string[];
  email?: string;
}

/** What the catalog said, read once and used for one judgement. */
export interface DirectoryFacts extends VoterFacts {
  /** Undefined: was not asked for, so that nothing is known. */
  person(ref: string): Person | undefined;
  /** Of one of the entities that were asked for; `owners` are those of all of them. */
  ownersOf(entityRef: string): readonly string[];
  /** What one of the entities that were asked for is annotated with. Absent: annotations were not read. */
  annotationOf?(entityRef: string, name: string): string | undefined;
}

/** Reads what the catalog says now. */
export interface Directory {
  /**
   * With the plugin's own credentials: what somebody may is not decided by what they may read, nor by claims of a token that date
   * from the sign-in. Rejects when the catalog cannot be read, which is never an answer.
   */
  read(asked: {
    users: readonly string[];
    entityRefs: readonly string[];
  }): Promise<DirectoryFacts>;

  /**
   * Refs of users in groups and in those below them, at most some hundreds of each: who could vote. Whether they count is told by
   * {@link Directory.read}. Rejects when the catalog cannot be read.
   */
  membersOf(groups: readonly string[]): Promise<string[]>;
}

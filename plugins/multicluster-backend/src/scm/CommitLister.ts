import { CommitList } from './CommitList';
import { CommitPair } from './CommitPair';

/** Asks a kind of host what came between two commits. */
export interface CommitLister {
  /**
   * @param most - how many commits to give at most; all are counted
   * @throws ScmError
   */
  list(
    pair: CommitPair,
    options: { most: number; signal: AbortSignal },
  ): Promise<CommitList>;
}

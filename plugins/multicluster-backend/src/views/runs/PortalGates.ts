import { Gate } from '@fairway/backstage-plugin-multicluster-common';

/** A run, by what its source calls it. */
export interface RunName {
  source: string;
  key: string;
}

/** Gates that the portal itself keeps for runs: a stage asks the portal and waits for its answer, which its tool shows as work. */
export interface PortalGates {
  /**
   * Oldest first, each with its request. Costs one statement where none of them waits.
   *
   * @param which - `all`: also what is over, for how long people were waited for; nothing but its times is known then
   */
  of(
    runs: readonly RunName[],
    which: 'open' | 'all',
  ): Promise<(run: RunName) => Gate[]>;
}

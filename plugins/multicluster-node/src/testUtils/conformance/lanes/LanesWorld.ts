import { Caller, PlacementFact, PolicyFact } from '../../../contract';

/** A workload under a policy of its own. @public */
export interface LanesWorldLane {
  name: string;
  /** At least two, by name. */
  clusters: string[];
}

/** What a lane is to the source under test. @public */
export interface LaneFacts {
  policy: PolicyFact;
  placements: PlacementFact[];
}

/**
 * The system of a source with lanes. What it cannot do is absent, and declared so.
 *
 * @public
 */
export interface LanesWorld {
  /** Places a workload on at least two clusters, and waits until it runs there. */
  place(name: string): Promise<LanesWorldLane>;
  /** The facts that the source under test would observe of it now. */
  facts(lane: LanesWorldLane): Promise<LaneFacts>;
  /** Gives the workload another image, by whoever delivers. */
  changeImage(lane: LanesWorldLane, image: string): Promise<void>;
  /** Images that a cluster really runs of it, asked of the cluster itself; empty: nothing. */
  runsOn(lane: LanesWorldLane, cluster: string): Promise<string[]>;
  remove(lane: LanesWorldLane): Promise<void>;
  scale?(lane: LanesWorldLane, replicas: number): Promise<void>;
  /** Makes a secret with this value part of the lane. */
  addSecret?(lane: LanesWorldLane, value: string): Promise<void>;
  /** Changes something of the policy that has nothing to do with holding. */
  touchPolicy?(lane: LanesWorldLane): Promise<void>;
  /** Somebody else begins to manage what holds; answers with the name they go by. */
  manageElsewhere?(lane: LanesWorldLane): Promise<string>;
  /** Deletes the policy and leaves what it placed. */
  deletePolicy?(lane: LanesWorldLane): Promise<void>;
  /** Somebody who has no name in the system, as far as the source's configuration says. */
  unmapped?(): Caller;
  /** The system takes writes and gives no answer, until the function that is returned is called. */
  loseAnswers?(): Promise<() => Promise<void>>;
  /** Nothing can be reached, until the function that is returned is called. */
  cutOff?(): Promise<() => Promise<void>>;
}

/** Abilities that a world may lack. @public */
export type LanesWorldAbility = Exclude<
  keyof LanesWorld,
  'place' | 'facts' | 'changeImage' | 'runsOn' | 'remove'
>;

/** {@inheritDoc LanesWorldAbility} @public */
export const lanesWorldAbilities: readonly LanesWorldAbility[] = [
  'scale',
  'addSecret',
  'touchPolicy',
  'manageElsewhere',
  'deletePolicy',
  'unmapped',
  'loseAnswers',
  'cutOff',
];

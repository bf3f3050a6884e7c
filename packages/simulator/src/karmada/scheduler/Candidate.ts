import type { Cluster } from '../model/Cluster';

/** A cluster that fits, with what it is chosen by. */
export interface Candidate {
  cluster: Cluster;
  name: string;
  /** 100 where the binding is already, 0 elsewhere: what runs stays. */
  score: number;
  /** Room for more replicas, plus those that are there. */
  available: number;
  /** Room for more replicas. */
  allocatable: number;
}

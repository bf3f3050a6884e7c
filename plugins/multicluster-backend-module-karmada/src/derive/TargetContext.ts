import {
  DerivedTarget,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { CountModel } from './countModel';

/** What all targets of a binding share while they are derived. @internal */
export interface TargetContext {
  now: number;
  model?: CountModel;
  healthModelled: boolean;
  /** A Job, the one kind whose conditions Complete and Failed say that it ended. */
  isJob: boolean;
  /** The template, when it is the incarnation that the binding was made for. */
  workload?: WorkloadFact;
  /** Tells a template from one of the same name that is created after it. */
  incarnation: string;
  /** Nothing that was changed since reaches the clusters. */
  frozen: boolean;
  /** The members' own autoscalers own the replicas: what the binding wants is not what should run. */
  retainReplicas: boolean;
  /** A rollout that takes longer counts as failing. */
  deadlineMs: number;
  isHeld(cluster: string): boolean;
  previous(cluster: string): DerivedTarget | undefined;
  /** When its copies were last moved, in ms since the epoch, as far as an eviction that goes on tells. */
  movedAt?: number;
  /** Copies that were delivered are still told of where none are wanted any more: something was moved or lost. */
  lostCopies: boolean;
  /** No derivation of this binding was ever stored. */
  firstSight: boolean;
}

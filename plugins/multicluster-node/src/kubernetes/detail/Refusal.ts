import {
  ProblemCode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** Why a read of a cluster failed, naming who refused. @public */
export interface Refusal {
  code: ProblemCode;
  sentence: Sentence;
}

/**
 * Says why a read failed. Sources word it themselves: only they know who stands between the portal and the cluster.
 *
 * @public
 */
export type ExplainRefusal = (error: unknown, cluster: string) => Refusal;

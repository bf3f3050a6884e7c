import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** What stands around a cluster that is to be cordoned or uncordoned. */
export interface CordonReach {
  /** Workloads that run there; dependencies left out. */
  workloads: number;
  /** Names of those that run nowhere else, the largest first; at most three. */
  alone: string[];
  /** How many run nowhere else. */
  aloneTotal: number;
  /** Other clusters of the control plane that are ready and take new work. */
  others: string[];
  /** Workloads of the control plane that have no place now. */
  unplaced: number;
}

/** So many clusters are named; a list of a hundred is read by nobody. */
const NAMED = 5;

/** What cordoning or uncordoning a cluster reaches, most telling first. A cordon moves nothing, and this says so. */
export function effectsOfCordon(
  action: 'cordon' | 'uncordon',
  reach: CordonReach,
): Sentence[] {
  return action === 'cordon' ? cordoned(reach) : uncordoned(reach);
}

function cordoned(reach: CordonReach): Sentence[] {
  const { workloads, alone, aloneTotal, others } = reach;
  const more = aloneTotal - alone.length;
  const names = alone.join(', ');
  return [
    others.length > 0
      ? sentence('cordon.effect.elsewhere', { clusters: shortened(others) })
      : sentence('cordon.effect.nowhere'),
    sentence('cordon.effect.stays', { count: String(workloads) }),
    ...(aloneTotal > 0
      ? [
          more > 0
            ? sentence('cordon.effect.aloneMore', {
                names,
                count: String(more),
              })
            : sentence('cordon.effect.alone', { names }),
        ]
      : []),
  ];
}

function uncordoned({ workloads, unplaced }: CordonReach): Sentence[] {
  return [
    sentence('uncordon.effect.again'),
    ...(unplaced > 0
      ? [sentence('uncordon.effect.waiting', { count: String(unplaced) })]
      : []),
    sentence('cordon.effect.stays', { count: String(workloads) }),
  ];
}

function shortened(clusters: string[]): string {
  const more = clusters.length - NAMED;
  return more > 0
    ? `${clusters.slice(0, NAMED).join(', ')} (+${more})`
    : clusters.join(', ');
}

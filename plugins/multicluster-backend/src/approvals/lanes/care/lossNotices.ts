import { heldBackFrom } from '../heldBackFrom';
import { LaneFacts, LaneTarget } from '../LaneFacts';
import { LaneNotice } from './LaneNoticer';

/** What has to be told of a lane now, and the keys of what is over. */
export interface LossNotices {
  due: LaneNotice[];
  over: string[];
}

/**
 * A cluster that is lost is told before anything of it moves, and a cluster that is left short of copies by the hold is told again:
 * with every condition green nobody would look.
 */
export function lossNotices(facts: LaneFacts): LossNotices {
  const byCluster = new Map<string, LaneTarget[]>();
  for (const target of facts.targets) {
    const own = byCluster.get(target.cluster) ?? [];
    byCluster.set(target.cluster, [...own, target]);
  }
  const told = [...byCluster].map(([cluster, targets]) =>
    ofCluster(facts, cluster, targets),
  );
  return {
    due: told.flatMap(({ due }) => due),
    over: told.flatMap(({ over }) => over),
  };
}

function ofCluster(
  facts: LaneFacts,
  cluster: string,
  targets: LaneTarget[],
): LossNotices {
  const { source, policyKey } = facts;
  const [lost, short] = ['lost', 'short'].map(
    word => `lane|${word}|${source}|${policyKey}|${cluster}`,
  );
  const names = facts.workloads.map(({ name }) => name).join(', ');
  if (targets[0].clusterState !== 'ready') {
    return {
      due: [
        {
          key: lost,
          title: `${cluster} is lost while dispatch of ${names} is held`,
          description: `What ${cluster} ran is not replaced by itself: the control plane moves the copies on paper and sends nothing. What was approved before can be released at once.`,
        },
      ],
      over: [short],
    };
  }
  const held = heldBackFrom(targets);
  return held
    ? {
        due: [
          {
            key: short,
            title: `Held: ${cluster} runs ${held.runs} of ${held.wanted} of ${names}`,
            description:
              'The rest waits for a release. Where it only restores what was approved before, it needs no new approval.',
          },
        ],
        over: [lost],
      }
    : { due: [], over: [lost, short] };
}

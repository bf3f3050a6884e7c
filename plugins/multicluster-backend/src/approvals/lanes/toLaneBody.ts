import {
  LaneCluster,
  Sentence,
  sentence,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';
import { LaneHold } from '@fairway/backstage-plugin-multicluster-node';
import { LaneBody } from '../../service/LaneService';
import { toIso } from '../../views/toIso';
import { RequestRecord } from '../model/RequestRecord';
import { ArmedLane } from './ArmedLane';
import { clustersOfLane } from './clustersOfLane';
import { heldBackFrom } from './heldBackFrom';
import { LaneFacts } from './LaneFacts';
import { laneIdOf } from './laneIdOf';

/** What a lane is shown by. */
export interface LaneShown {
  facts: LaneFacts;
  /** As the inventory has its policy; absent: the policy is not there any more. */
  hold?: LaneHold;
  /** Absent: the portal did not arm it. */
  armed?: ArmedLane;
  /** The open request, and how it stands. */
  request?: Pick<RequestRecord, 'id' | 'subject'> & {
    /** Clusters that it has released already: only the others wait. */
    released: readonly string[];
    said: Sentence & { tone: Tone };
  };
}

/** A lane as it is shown, before it is said what its reader may do. Pure. */
export function toLaneBody(shown: LaneShown): LaneBody {
  const { facts, hold, armed, request } = shown;
  const { source, policyKey, environments, entities, workloads } = facts;
  const state = stateOf(shown);
  const waiting = request?.subject.lane?.clusters.filter(
    cluster => !request.released.includes(cluster),
  );
  const clusters = clustersOfLane(facts, hold, waiting);
  const by = armed?.armedBy ?? hold?.by;
  return {
    id: laneIdOf(facts),
    source,
    policy: policyKey,
    state,
    ...(environments.at(-1) && { environment: environments.at(-1) }),
    // What an entity merely claims shows it nothing of a lane, and lets its owners release nothing.
    entityRefs: entities
      .filter(({ confirmed }) => confirmed)
      .map(({ entityRef }) => entityRef),
    workloads: workloads.map(({ id, name }) => ({ id, name })),
    clusters,
    sentences: sentencesOf(shown, state, clusters),
    ...(by && { armedBy: by }),
    ...(armed && { armedAt: toIso(armed.armedAt) }),
    ...(hold && hold.form !== 'none' && { kubectl: hold.command }),
    ...(request && { requestId: request.id }),
  };
}

function stateOf({ facts, hold, armed }: LaneShown): LaneBody['state'] {
  if (!facts.policy) {
    return 'orphaned';
  }
  if (!hold || hold.form === 'none') {
    return 'open';
  }
  if (!armed) {
    return 'held';
  }
  return hold.form === 'all' ? 'armed' : 'releasing';
}

function sentencesOf(
  { facts, hold, armed, request }: LaneShown,
  state: LaneBody['state'],
  clusters: LaneCluster[],
): LaneBody['sentences'] {
  const say = (tone: Tone, said: Sentence) => ({ ...said, tone });
  const isHolding = state === 'armed' || state === 'releasing';
  const bad = isHolding ? shortOf(facts, clusters) : [];
  return [
    ...(state === 'orphaned'
      ? [
          say(
            'bad',
            sentence('lane.view.orphaned', {
              names: facts.workloads.map(({ name }) => name).join(', '),
            }),
          ),
        ]
      : []),
    ...bad.map(said => say('bad', said)),
    ...(state === 'open' && armed
      ? [say('warn', sentence('lane.view.lifted'))]
      : []),
    ...(state === 'held'
      ? [
          say(
            'warn',
            hold?.ours
              ? sentence('lane.view.unbooked')
              : sentence('lane.view.heldElsewhere'),
          ),
        ]
      : []),
    ...(request && isHolding ? [request.said] : []),
    // Something does wait where copies are held back, whether or not it was looked at already.
    ...(state === 'armed' &&
    !request &&
    !bad.some(({ code }) => code === 'lane.care.short')
      ? [say('hold', sentence('lane.view.quiet'))]
      : []),
  ];
}

/** Clusters that are short of copies because of the hold, or of which nobody knows better; a pod that restarts is neither. */
function shortOf(
  { targets }: LaneFacts,
  clusters: readonly LaneCluster[],
): Sentence[] {
  return clusters.flatMap(
    ({ cluster, state, runs, wanted, sentence: said }) => {
      const own = targets.filter(target => target.cluster === cluster);
      const held = state === 'held' && heldBackFrom(own);
      if (held) {
        return [sentence('lane.care.short', { cluster, ...held })];
      }
      const isAway = state === 'lost' || state === 'unknown';
      return isAway && (runs ?? 0) < (wanted ?? 0) ? [said] : [];
    },
  );
}

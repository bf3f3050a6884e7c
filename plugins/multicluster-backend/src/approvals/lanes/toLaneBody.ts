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
    said: Sentence & { tone: Tone };
  };
}

/** A lane as it is shown, before it is said what its reader may do. Pure. */
export function toLaneBody(shown: LaneShown): LaneBody {
  const { facts, hold, armed, request } = shown;
  const { source, policyKey, environments, entities, workloads } = facts;
  const state = stateOf(shown);
  const clusters = clustersOfLane(facts, hold, request?.subject.lane?.clusters);
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
  const short = clusters.filter(
    ({ runs, wanted }) => (runs ?? 0) < (wanted ?? 0),
  );
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
    ...(isHolding ? short.map(({ sentence: said }) => say('bad', said)) : []),
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
    ...(state === 'armed' && !request
      ? [say('hold', sentence('lane.view.quiet'))]
      : []),
  ];
}

import {
  PlacementFlag,
  PlacementSummary,
  SCALED_TO_ZERO,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { deriveFlags } from './deriveFlags';
import { isScaledToZero } from './isScaledToZero';
import { findMotion } from './motionSentence';
import { nameList } from './nameList';
import { summariseScheduling } from './summariseScheduling';
import { SummaryInput } from './SummaryInput';
import { findTrouble } from './troubleSentence';

/**
 * What a binding comes to: the first that applies of deleting, not scheduled, trouble, motion, scheduling suspended, and
 * converged. Karmada's own `FullyApplied` is no part of it: it says accepted, of a target set that may be outdated.
 *
 * @internal
 */
export function deriveSummary(input: SummaryInput): PlacementSummary {
  const flags = deriveFlags(input);
  if (input.deleting) {
    return {
      state: 'progressing',
      flags,
      reason: 'Deleting',
      sentence: sentence('placement.deleting', {
        count: input.targets.length,
        clusters: clustersOf(input),
      }),
    };
  }
  const unscheduled = summariseScheduling(input, flags);
  if (unscheduled) {
    return unscheduled;
  }
  const trouble = findTrouble(input);
  if (trouble) {
    return { state: 'degraded', flags, ...trouble };
  }
  const frozen = frozenSummary(input, flags);
  if (frozen) {
    return frozen;
  }
  const motion = findMotion(input);
  if (motion) {
    return { state: 'progressing', flags, ...motion };
  }
  if (input.native.noSched) {
    return {
      state: 'scheduling-suspended',
      flags,
      reason: 'SchedulingSuspended',
      sentence: sentence(
        input.native.to.length > 0
          ? 'placement.schedulingSuspended'
          : 'placement.schedulingSuspendedNew',
      ),
    };
  }
  const note = noteOf(input, flags);
  if (!note && isScaledToZero(input)) {
    return {
      state: 'converged',
      flags,
      reason: SCALED_TO_ZERO,
      sentence: sentence('placement.scaledToZero'),
    };
  }
  return { state: 'converged', flags, ...(note && { sentence: note }) };
}

function clustersOf({ targets }: SummaryInput): string {
  return nameList(targets.map(target => target.cluster));
}

/**
 * Its policy is gone. Later edits of the template reach neither binding nor clusters, and every condition stays green;
 * so a template that went on makes it degraded.
 */
function frozenSummary(
  input: SummaryInput,
  flags: PlacementFlag[],
): PlacementSummary | undefined {
  const count = lostChanges(input);
  if (!input.orphaned || (count === 0 && findMotion(input))) {
    return undefined;
  }
  if (input.targets.length === 0) {
    return {
      state: isScaledToZero(input) ? 'converged' : 'unscheduled',
      flags,
      reason: 'Orphaned',
      sentence: sentence('placement.frozenNowhere'),
    };
  }
  const clusters = clustersOf(input);
  if (input.native.req) {
    return {
      state: 'converged',
      flags,
      reason: 'Orphaned',
      sentence: sentence('placement.orphanedNeeded', {
        clusters: nameList(input.native.to.map(([cluster]) => cluster)),
        parents: nameList(input.native.by ?? []),
      }),
    };
  }
  return {
    state: count > 0 ? 'degraded' : 'converged',
    flags,
    reason: 'Orphaned',
    sentence:
      count > 0
        ? sentence('placement.frozenBehind', { clusters, count })
        : sentence('placement.frozen', { clusters }),
  };
}

/** Changes of the template that will never arrive. Of what others need they do: it is refreshed on their behalf. */
function lostChanges(input: SummaryInput): number {
  if (input.native.req) {
    return 0;
  }
  const desired = input.targets.filter(t => t.lifecycle === 'desired');
  const behind = desired.map(({ state }) => state.generationsBehind ?? 0);
  return Math.max(0, Math.max(0, ...behind) - unclaiming(input));
}

/**
 * Generations that Karmada itself made when it took the claim back: a Deployment's annotations are part of its
 * generation. Counted, every orphan would read as if an edit had not reached anybody.
 */
function unclaiming({ workload }: SummaryInput): number {
  return workload?.group === 'apps' &&
    workload.kind === 'Deployment' &&
    !workload.policyId
    ? 1
    : 0;
}

/** What a reader should know although nothing is wrong. */
function noteOf(
  { native, targets }: SummaryInput,
  flags: PlacementFlag[],
): Sentence | undefined {
  if (flags.includes('held')) {
    const held = targets.filter(t => t.state.axes.delivery === 'held');
    return sentence('placement.held', {
      clusters: nameList(held.map(target => target.cluster)),
    });
  }
  return native.aff
    ? sentence('placement.fallback', {
        preferred: native.aff[0],
        used: native.aff[1],
      })
    : undefined;
}

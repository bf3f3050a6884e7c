import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { deliveredCopies } from './deliveredCopies';
import { nameList } from './nameList';
import { DerivedState, SummaryInput } from './SummaryInput';

/** A reason that makes a binding degraded, with its sentence. @internal */
export interface Trouble {
  reason: string;
  sentence: Sentence;
}

/**
 * The worst that is wrong with the targets that are wanted, if anything is: refused first, then missing copies under a
 * hold (all of Karmada's conditions stay green there), unhealthy, overdue, silent.
 *
 * @internal
 */
export function findTrouble(input: SummaryInput): Trouble | undefined {
  const desired = input.targets.filter(
    target => target.lifecycle === 'desired',
  );
  return (
    refused(desired, input) ??
    missingUnderHold(desired) ??
    unhealthy(desired) ??
    overdue(desired, input) ??
    silent(desired)
  );
}

function names(targets: DerivedState[]): string {
  return nameList(targets.map(target => target.cluster));
}

function refused(
  desired: DerivedState[],
  { policy }: SummaryInput,
): Trouble | undefined {
  const failed = desired.filter(
    ({ state: { axes, message } }) =>
      axes.delivery === 'failed' ||
      // Refused before it was held: nothing is tried again, so it stays refused.
      (axes.delivery === 'held' && axes.health === 'unknown' && message),
  );
  if (failed.length === 0) {
    return undefined;
  }
  const conflicts = failed.filter(t => t.state.reason === 'Conflict');
  if (conflicts.length > 0) {
    return {
      reason: 'Conflict',
      sentence: sentence('placement.conflict', {
        clusters: names(conflicts),
        policy: policy ? `${policy.kind} ${policy.name}` : 'its policy',
      }),
    };
  }
  return {
    reason: 'ApplyFailed',
    sentence: sentence('placement.failed', {
      clusters: names(failed),
      message: failed[0].state.message ?? '',
    }),
  };
}

/**
 * Held and fewer copies than assigned, though every change of the template was delivered: the copies of a lost cluster
 * were assigned here and never came. A rollout that was under way when it was held is not that: it goes on by itself.
 * Where nothing at all was delivered, it is that when copies ran before: elsewhere, until their cluster was lost, or here,
 * until it was lost and came back without them.
 */
function missingUnderHold(desired: DerivedState[]): Trouble | undefined {
  const short = desired.filter(
    target => isShortUnderHold(target) || isGoneUnderHold(target),
  );
  return short.length > 0
    ? {
        reason: 'HeldShort',
        sentence: sentence('placement.heldShort', {
          parts: short.map(runsPart),
        }),
      }
    : undefined;
}

function isShortUnderHold(target: DerivedState): boolean {
  const { state } = target;
  const { desired } = state.replicas;
  const delivered = deliveredCopies(target);
  return (
    state.axes.delivery === 'held' &&
    state.axes.health !== 'progressing' &&
    desired !== undefined &&
    delivered !== undefined &&
    delivered < desired &&
    !state.generationsBehind
  );
}

function isGoneUnderHold({ item, state }: DerivedState): boolean {
  return (
    state.axes.delivery === 'held' &&
    !item?.ok &&
    state.memory?.l === true &&
    state.replicas.desired !== 0
  );
}

/** "member2 runs 2 of 4"; of what has no copies to count: "member2 has none of it". @internal */
export function runsPart({ cluster, state }: DerivedState): Sentence {
  const { available, updated, desired } = state.replicas;
  return desired === undefined
    ? sentence('placement.part.none', { cluster })
    : sentence('placement.part.runs', {
        cluster,
        running: available ?? updated ?? 0,
        wanted: desired,
      });
}

function unhealthy(desired: DerivedState[]): Trouble | undefined {
  const bad = desired.filter(
    t =>
      t.state.axes.health === 'unhealthy' &&
      t.state.axes.delivery !== 'rolling-out',
  );
  if (bad.length === 0) {
    return undefined;
  }
  const jobs = bad.filter(t => t.state.reason === 'JobFailed');
  if (jobs.length > 0) {
    return {
      reason: 'JobFailed',
      sentence: sentence('placement.jobFailed', {
        clusters: names(jobs),
        message: jobs[0].state.message ?? '',
      }),
    };
  }
  const [{ cluster, state }] = bad;
  const { available, desired: wanted } = state.replicas;
  return {
    reason: state.reason ?? 'Unhealthy',
    sentence:
      bad.length === 1 && available !== undefined && wanted !== undefined
        ? sentence('placement.unhealthyCounts', {
            cluster,
            available,
            desired: wanted,
          })
        : sentence('placement.unhealthy', { clusters: names(bad) }),
  };
}

function overdue(
  desired: DerivedState[],
  { deadlineMs }: SummaryInput,
): Trouble | undefined {
  const late = desired.filter(
    t => t.state.reason === 'ProgressDeadlineExceeded',
  );
  return late.length > 0
    ? {
        reason: 'ProgressDeadlineExceeded',
        sentence: sentence('placement.overdue', {
          clusters: names(late),
          minutes: Math.round(deadlineMs / 6000) / 10,
        }),
      }
    : undefined;
}

function silent(desired: DerivedState[]): Trouble | undefined {
  // Under a hold the report is the last one: where there is none, nothing is known of what runs.
  const unknown = desired.filter(
    ({ item, state: { axes, recheckAt } }) =>
      axes.health === 'unknown' &&
      (axes.delivery === 'applied' ||
        (axes.delivery === 'held' && item?.ok && recheckAt === undefined)),
  );
  return unknown.length > 0
    ? {
        reason: 'NotReported',
        sentence: sentence('placement.silent', { clusters: names(unknown) }),
      }
    : undefined;
}

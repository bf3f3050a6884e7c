import { ReplicaCounts } from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedPlacement,
  DerivedTarget,
  DeriveInput,
} from '@fairway/backstage-plugin-multicluster-node';
import { BindingNative } from '../native/BindingNative';
import { PolicyNative } from '../native/PolicyNative';
import { keys } from '../project/keys';
import { CountModel, countModel } from './countModel';
import { deriveDivision } from './deriveDivision';
import { deriveSummary } from './deriveSummary';
import { deriveTarget } from './deriveTarget';
import { deriveVersions } from './deriveVersions';
import { hasHealthModel } from './hasHealthModel';
import { mayOverrideImage } from './mayOverrideImage';
import { DerivedState } from './SummaryInput';
import { TargetContext } from './TargetContext';
import { targetSet } from './targetSet';

/** The rollout deadline of a template that states none: Kubernetes' own default. */
const DEADLINE_SECONDS = 600;

/** {@inheritDoc deriveBinding} @internal */
export type BindingInput = DeriveInput<BindingNative, PolicyNative>;

/**
 * The state rules of Karmada: everything that is said of a binding and its targets.
 *
 * @remarks
 * Pure, and called for each of 100,000 bindings; the rules themselves are in the files beside this one. What is wanted
 * comes from `spec.clusters`, what is reported from `status.aggregatedStatus`; the two describe different moments.
 *
 * @internal
 */
export function deriveBinding(input: BindingInput): DerivedPlacement {
  const { placement, now } = input;
  const { native, workload: identity } = placement;
  const model = countModel(identity.group, identity.kind);
  const workload = sameIncarnation(input);
  const deleting = Boolean(native.del || workload?.deleting);
  const orphaned = !placement.policyId && !placement.dependency && !native.own;
  const deadlineMs =
    (workload?.progressDeadlineSeconds ?? DEADLINE_SECONDS) * 1000;
  const context = contextOf(input, { model, workload, orphaned, deadlineMs });
  const targets: DerivedState[] = targetSet(native, deleting, replicas =>
    wantedOn(native, model, replicas),
  ).map(target => ({ ...target, state: deriveTarget(target, context) }));
  const summary = deriveSummary({
    native,
    targets,
    policy: placement.policy,
    workload,
    dependency: placement.dependency,
    orphaned,
    deleting,
    wanted: native.comp ?? native.n ?? 0,
    counted: model?.wanted === 'binding' && native.comp === undefined,
    now,
    deadlineMs,
  });
  const rechecks = targets.flatMap(({ state }) => state.recheckAt ?? []);
  const hasReplicas = model?.wanted === 'binding' || Boolean(native.n);
  const division = deriveDivision(native, hasReplicas);
  const { sched } = native;
  const since =
    summary.state === 'unscheduled' && typeof sched === 'object'
      ? sched.at
      : undefined;
  return {
    summary,
    ...(since !== undefined && { since }),
    ...(division && { division }),
    replicas: totals(native, targets),
    targets: targets.map(target => toDerivedTarget(target, input, workload)),
    ...(rechecks.length > 0 && { recheckAt: Math.min(...rechecks) }),
  };
}

/** A template that was created anew counts its generations from 1 again; those of the old one mean nothing to it. */
function sameIncarnation({ placement, workload }: BindingInput) {
  const { uid } = placement.workload;
  return !uid || !workload?.uid || uid === workload.uid ? workload : undefined;
}

function contextOf(
  input: BindingInput,
  shared: Pick<TargetContext, 'model' | 'workload' | 'deadlineMs'> & {
    orphaned: boolean;
  },
): TargetContext {
  const { placement, previous, now } = input;
  const { hold, ev = [] } = placement.native;
  // Karmada stamps a task a moment after it made it.
  const moved = ev.map(task => (task.at ? Date.parse(task.at) : now));
  const { group, kind } = placement.workload;
  return {
    now,
    model: shared.model,
    healthModelled: hasHealthModel(group, kind),
    isJob: group === 'batch' && kind === 'Job',
    workload: shared.workload,
    incarnation: placement.workload.uid?.slice(0, 8) ?? '',
    // What others need is still refreshed on their behalf, wherever it is.
    frozen: shared.orphaned && !placement.native.req,
    retainReplicas: shared.workload?.labels[keys.retainReplicas] === 'true',
    deadlineMs: shared.deadlineMs,
    isHeld: cluster => hold === true || Boolean(hold?.includes(cluster)),
    previous: cluster => previous?.targets.find(t => t.cluster === cluster),
    ...(moved.length > 0 && { movedAt: Math.max(...moved) }),
    lostCopies: hasLostCopies(placement.native),
    firstSight: previous === undefined,
  };
}

function hasLostCopies({ to, req = [], agg }: BindingNative): boolean {
  return agg.some(
    item =>
      item.ok &&
      !req.includes(item.c) &&
      !to.some(([cluster]) => cluster === item.c),
  );
}

/**
 * Copies wanted on a cluster. Karmada omits zero, and for duplicated workloads may omit the number altogether: then each
 * cluster has all of them. Workloads of several components go to one cluster as a whole.
 */
function wantedOn(
  native: BindingNative,
  model: CountModel | undefined,
  replicas: number | undefined,
): number | undefined {
  if (native.comp !== undefined) {
    return replicas || native.comp;
  }
  if (replicas) {
    return replicas;
  }
  if (native.n) {
    return native.div ? replicas : native.n;
  }
  return model?.wanted === 'binding' ? 0 : undefined;
}

/**
 * Copies over all clusters that should have some. An old copy on its way out is no part of it, unless nothing else is
 * left: a move without overlap must not read "0 of 0". Of duplicated copies the template's number is then no total:
 * each of the old clusters may have all of them, and six would be ready of three.
 */
function totals(native: BindingNative, targets: DerivedState[]): ReplicaCounts {
  const desired = targets.filter(t => t.lifecycle === 'desired');
  const counted = desired.length > 0 ? desired : targets;
  const sum = (key: keyof ReplicaCounts) =>
    counted.reduce<number | undefined>((total, { state }) => {
      const count = state.replicas[key];
      return count === undefined ? total : (total ?? 0) + count;
    }, undefined);
  const isTotal =
    desired.length > 0 || targets.length <= 1 || Boolean(native.div);
  const counts = {
    desired: sum('desired') ?? (isTotal ? native.comp ?? native.n : undefined),
    ready: sum('ready'),
    updated: sum('updated'),
    available: sum('available'),
  };
  return Object.fromEntries(
    Object.entries(counts).filter(([, count]) => count !== undefined),
  );
}

function toDerivedTarget(
  { cluster, item, state }: DerivedState,
  { overrides, overridesUnread, imagesByGeneration, previous }: BindingInput,
  workload: BindingInput['workload'],
): DerivedTarget {
  const { recheckAt: _, ...rest } = state;
  const wasOverridden =
    previous?.targets.find(target => target.cluster === cluster)
      ?.versionKnowledge === 'overridden';
  return {
    cluster,
    ...rest,
    ...deriveVersions({
      item,
      workload,
      imagesByGeneration,
      overridden: () =>
        workload !== undefined &&
        // Nothing was delivered since it was held, the end of an override policy no more than anything else.
        ((state.axes.delivery === 'held' && wasOverridden) ||
          mayOverrideImage(overrides, workload, cluster)),
      overridesUnread: Boolean(overridesUnread),
    }),
  };
}

import {
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { PromotionColumn, titleOf } from './PromotionColumn';
import { ScopeRun } from './PromotionScope';
import { isUnderWay } from './rules/runProgress';

/** A change whose way is followed: its runs, and when it had arrived. */
export interface FollowedChange {
  runs: ScopeRun[];
  /** Milliseconds since the epoch; absent: not all clusters of the last environment are known to run it. */
  arrivedAt?: number;
  /** Why there is no arrival. */
  open?: Sentence;
}

/**
 * The change whose lead time is told: what the last environment runs, else the newest on its way. Undefined where no run is
 * known to have brought either. Environments in which nothing is or comes are none of the service's: where edge follows on
 * production, what never goes to the edge has arrived in production.
 */
export function changeToFollow(
  columns: PromotionColumn[],
): FollowedChange | undefined {
  const own = columns.filter(({ view }) => view.health !== 'absent');
  const last = own[own.length - 1];
  const newest = columns
    .flatMap(({ scope }) => scope.runs.filter(isUnderWay))
    .sort((a, b) => Date.parse(b.run.createdAt) - Date.parse(a.run.createdAt));
  const leading = last?.brought ?? newest[0];
  const sha = leading?.run.commit?.sha;
  if (!leading || sha === undefined) {
    return undefined;
  }
  const runs = new Map(
    columns
      .flatMap(({ scope }) => scope.runs)
      .filter(({ run }) => run.commit?.sha === sha)
      .map(item => [item.rowId, item]),
  );
  return {
    runs: [...runs.values()],
    ...(leading === last?.brought
      ? arrivalOf(last, leading)
      : { open: sentence('promotion.lead.underWay') }),
  };
}

/**
 * When the clusters of an environment ran what a run brought. Not known where nobody saw the change, where versions are
 * mixed or unknown, and where they changed before there was the run: then it brought something else than a version.
 */
function arrivalOf(
  { view, scope }: PromotionColumn,
  { run }: ScopeRun,
): Pick<FollowedChange, 'arrivedAt' | 'open'> {
  const environment = titleOf(scope);
  if (scope.targets.length === 0) {
    return {
      open: scope.unread
        ? sentence('promotion.environment.unread', {
            environment,
            reason: [scope.unread],
          })
        : sentence('promotion.lead.noCluster', { environment }),
    };
  }
  const names = view.versions.map(({ name }) => name);
  const uniform =
    new Set(names).size === names.length &&
    view.versions.every(({ knowledge }) => knowledge === 'known');
  if (!uniform) {
    return { open: sentence('promotion.lead.mixed', { environment }) };
  }
  const seen =
    view.since && !view.sinceAtLeast ? Date.parse(view.since) : undefined;
  return seen !== undefined && seen >= Date.parse(run.createdAt)
    ? { arrivedAt: seen }
    : { open: sentence('promotion.lead.unseen', { environment }) };
}

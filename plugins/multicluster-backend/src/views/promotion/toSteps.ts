import {
  Promotion,
  PromotionChange,
} from '@fairway/backstage-plugin-multicluster-common';
import { whyBlocked } from './blocked/whyBlocked';
import { PromotionColumn, titleOf } from './PromotionColumn';
import { hasSomethingToBring } from './rules/changesBetween';
import { outOfSync } from './rules/environmentDrift';
import { heldWorkloads, nextStep } from './rules/nextStep';
import { isUnderWay } from './rules/runProgress';

/**
 * The steps that something is to be done about: an environment that has all it would get, and is as it should be, has none.
 *
 * @param named - whether the entity has named its environments; without, one in which nothing of it is or comes is taken for
 * one that it does not go to
 */
export function toSteps(
  columns: PromotionColumn[],
  changes: PromotionChange[],
  named: boolean,
): Promotion['steps'] {
  return columns.flatMap((column, index) => {
    const from = index > 0 ? columns[index - 1] : undefined;
    const change = index > 0 ? changes[index - 1] : undefined;
    const brings =
      from !== undefined &&
      change !== undefined &&
      column.scope.configured &&
      (named || column.view.health !== 'absent') &&
      hasSomethingToBring(change, from);
    if (!brings && !isPending(column)) {
      return [];
    }
    const { scope } = column;
    const next = nextStep(
      scope,
      brings ? change?.commits?.compareUrl : undefined,
    );
    const blocked = whyBlocked({
      to: scope,
      ...(from && {
        from: {
          title: titleOf(from.scope),
          unhealthy: from.view.health === 'unhealthy',
        },
      }),
      brings,
      next,
    });
    return [{ to: scope.name, next, ...(blocked && { blocked }) }];
  });
}

/** Whether something is under way or amiss, whatever the environment before has. */
function isPending({ scope, view }: PromotionColumn): boolean {
  return (
    scope.runs.some(isUnderWay) ||
    scope.requests.length > 0 ||
    view.drift !== undefined ||
    outOfSync(scope) !== undefined ||
    heldWorkloads(scope).length > 0 ||
    [...scope.open, ...scope.targets.map(({ workload }) => workload)].some(
      ({ unplaced, summary }) =>
        unplaced !== undefined || summary?.state === 'unscheduled',
    )
  );
}

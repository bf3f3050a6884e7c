import { runsNoneOf } from './runsNoneOf';
import { TargetContext } from './TargetContext';
import { Target } from './targetSet';

/**
 * The generation of the template that a member has: the one that was last sent there, as it reports it. Under a hold that stays
 * the old one, however often the template changes.
 *
 * @remarks
 * Kinds that report none are taken to have the newest wherever a change of the template goes on to the member; nobody knows which
 * they have while it is held, leaves or was refused.
 *
 * @internal
 */
export function generationThere(
  { item, cluster, lifecycle }: Pick<Target, 'item' | 'cluster' | 'lifecycle'>,
  context: Pick<TargetContext, 'workload' | 'frozen' | 'isHeld'>,
): number | undefined {
  const { workload } = context;
  if (!item?.ok || !workload || runsNoneOf(item, workload)) {
    return undefined;
  }
  if (item.g !== undefined) {
    return item.g;
  }
  const reached =
    lifecycle === 'desired' && !context.frozen && !context.isHeld(cluster);
  return reached ? workload.generation : undefined;
}

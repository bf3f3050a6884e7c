import { TargetHealth } from '@fairway/backstage-plugin-multicluster-common';
import { AggregatedItem } from '../native/BindingNative';
import { TargetContext } from './TargetContext';

/** Health as Karmada reports it, with a Healthy that nobody defined told as such. @internal */
export function reportedHealth(
  item: AggregatedItem | undefined,
  { healthModelled, isJob }: Pick<TargetContext, 'healthModelled' | 'isJob'>,
): TargetHealth {
  const end = isJob ? item?.end : undefined;
  if (item?.h === 'U' || end === 'F') {
    return 'unhealthy';
  }
  if (item?.h === 'H') {
    return healthModelled || end === 'C' ? 'healthy' : 'not-modelled';
  }
  return 'unknown';
}

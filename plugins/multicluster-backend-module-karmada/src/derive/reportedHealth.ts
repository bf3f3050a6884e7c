import { TargetHealth } from '@fairway/backstage-plugin-multicluster-common';
import { AggregatedItem } from '../native/BindingNative';
import { TargetContext } from './TargetContext';

/** Health as Karmada reports it, with a Healthy that nobody defined told as such. @internal */
export function reportedHealth(
  item: AggregatedItem | undefined,
  { healthModelled }: Pick<TargetContext, 'healthModelled'>,
): TargetHealth {
  if (item?.h === 'U' || item?.end === 'F') {
    return 'unhealthy';
  }
  if (item?.h === 'H') {
    return healthModelled || item.end === 'C' ? 'healthy' : 'not-modelled';
  }
  return 'unknown';
}

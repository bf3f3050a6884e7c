import { useCallback } from 'react';
import { useDeliveryText } from '../../translation/useDeliveryText';
import { durationParts } from './durationParts';

/**
 * Says durations in the language of the reader.
 *
 * @returns a function of milliseconds
 * @public
 */
export function useDurationFormat(): (milliseconds: number) => string {
  const t = useDeliveryText();
  return useCallback(
    milliseconds => {
      const parts = durationParts(milliseconds);
      switch (parts.unit) {
        case 'days':
          return t('duration.days', parts);
        case 'hours':
          return t('duration.hours', parts);
        case 'minutes':
          return t('duration.minutes', parts);
        case 'seconds':
          return t('duration.seconds', parts);
        default:
          return t('duration.under');
      }
    },
    [t],
  );
}

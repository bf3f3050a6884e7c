import {
  RunDetail,
  RunStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import { useCallback } from 'react';
import { useDeliveryText } from '../../translation/useDeliveryText';
import { useText } from '../../translation/useText';
import { deliveryMessages } from '../../translation/delivery';

/**
 * Says the status of a run or a stage in a word or two: its detail where it has one, which says more. A status this version
 * does not know is said as unknown.
 *
 * @public
 */
export function useRunWord(): (
  status: RunStatus,
  detail?: RunDetail,
  lastKnown?: boolean,
) => string {
  const t = useDeliveryText();
  const shared = useText();
  return useCallback(
    (status, detail, lastKnown = false) => {
      const { run } = deliveryMessages;
      const plain = status in run.status ? status : 'unknown';
      const word =
        detail && detail in run.detail
          ? t(`run.detail.${detail}`)
          : t(`run.status.${plain}`);
      return lastKnown
        ? shared('state.lastKnown', { state: word.toLocaleLowerCase() })
        : word;
    },
    [t, shared],
  );
}

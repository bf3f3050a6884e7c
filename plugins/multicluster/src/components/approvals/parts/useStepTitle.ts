import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';
import { useCallback } from 'react';
import { Decision } from '../model/Decision';
import { laneStep } from '../model/laneStep';
import { useActorText } from './useActorText';
import { useApprovalText } from './useApprovalText';

/**
 * Says what a step of a request is for, in the language of the reader: it is stored with its title in English, and told by its key.
 * Undefined: neither its key nor the request says it. `decision`: which way whoever it is of voted; unknown, they alone are named, as
 * what the request says by now may be another's.
 *
 * @internal
 */
export function useStepTitle({
  steps,
}: Pick<ApprovalRequest, 'steps'>): (
  key: string,
  decision: Decision | undefined,
) => string | undefined {
  const t = useApprovalText();
  const nameOf = useActorText();
  return useCallback(
    (key, decision) => {
      const [, voter] = /^voter\/(.+)$/.exec(key) ?? [];
      if (voter) {
        const name = nameOf(voter);
        return decision
          ? t(`step.${decision === 'reject' ? 'rejection' : 'approval'}By`, {
              name,
            })
          : name;
      }
      const lane = laneStep(key, t('request.comma'));
      if (lane) {
        return t(lane.key, lane.params);
      }
      const title = steps.find(step => step.key === key)?.title;
      return key === 'answer' && title
        ? t('step.answer', { gate: title })
        : title;
    },
    [t, nameOf, steps],
  );
}

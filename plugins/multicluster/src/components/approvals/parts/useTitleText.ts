import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';
import { useCallback } from 'react';
import { titleParts } from '../model/titleParts';
import { useApprovalText } from './useApprovalText';

/** Says what a request asks for, in the language of the reader. @internal */
export function useTitleText(): (
  request: Pick<ApprovalRequest, 'kind' | 'title' | 'environment'>,
) => string {
  const t = useApprovalText();
  return useCallback(
    request => {
      const parts = titleParts(request);
      if (!parts) {
        return request.title;
      }
      if ('environment' in parts) {
        return t('request.titled', parts);
      }
      const { what, clusters } = parts;
      return t('request.titledLane', {
        what,
        clusters: Array.isArray(clusters)
          ? clusters.join(t('request.comma'))
          : t('request.clusters', { count: clusters }),
      });
    },
    [t],
  );
}

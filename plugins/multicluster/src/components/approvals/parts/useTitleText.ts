import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';
import { useCallback } from 'react';
import { titleParts } from '../model/titleParts';
import { useApprovalText } from './useApprovalText';

/** Says what a request asks for, in the language of the reader. @internal */
export function useTitleText(): (
  request: Pick<ApprovalRequest, 'title' | 'environment'>,
) => string {
  const t = useApprovalText();
  return useCallback(
    request => {
      const parts = titleParts(request);
      return parts ? t('request.titled', parts) : request.title;
    },
    [t],
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { multiclusterApprovalsTranslationRef } from '@fairway/backstage-plugin-multicluster-react';

/** What is said of approvals, in the language of the reader. @internal */
export function useApprovalText() {
  return useTranslationRef(multiclusterApprovalsTranslationRef).t;
}

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { approvalMessages } from './approvals';

/**
 * Text of approvals: the inbox, the card of an entity, the page of a request, lanes, stops and the report.
 *
 * @public
 */
export const multiclusterApprovalsTranslationRef = createTranslationRef({
  id: 'multicluster.approvals',
  messages: approvalMessages,
  translations: {
    zh: () => import('./zhApprovals'),
    'zh-CN': () => import('./zhApprovals'),
    'zh-Hans': () => import('./zhApprovals'),
  },
});

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { reasonMessages } from './reasonMessages';

/**
 * Text of what the card and the tab of an entity show only when something is not as usual: why a workload runs nowhere, why
 * nothing was found, what a state means. A card of calm workloads does not load it.
 *
 * @public
 */
export const multiclusterReasonsTranslationRef = createTranslationRef({
  id: 'multicluster.reasons',
  messages: reasonMessages,
  translations: {
    zh: () => import('./zh'),
    'zh-CN': () => import('./zh'),
    'zh-Hans': () => import('./zh'),
  },
});

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { runsMessages } from './runs';

/**
 * Text of the page of a run, the list of pipelines, and the tab of an entity with promotion and history. What they share with
 * the card is in {@link multiclusterDeliveryTranslationRef}.
 *
 * @public
 */
export const multiclusterRunsTranslationRef = createTranslationRef({
  id: 'multicluster.runs',
  messages: runsMessages,
  translations: {
    zh: () => import('./zhRuns'),
    'zh-CN': () => import('./zhRuns'),
    'zh-Hans': () => import('./zhRuns'),
  },
});

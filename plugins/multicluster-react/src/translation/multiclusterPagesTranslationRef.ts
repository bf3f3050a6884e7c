import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { pageMessages } from './pageMessages';

/**
 * Text of the pages and of the tab of an entity. Holds what {@link multiclusterTranslationRef} does under the same keys,
 * so that a page needs only this one.
 *
 * @public
 */
export const multiclusterPagesTranslationRef = createTranslationRef({
  id: 'multicluster.pages',
  messages: pageMessages,
  translations: {
    zh: () => import('./zh'),
    'zh-CN': () => import('./zh'),
    'zh-Hans': () => import('./zh'),
  },
});

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './messages';

/**
 * Text of the cards and of the presentational components: English here, Simplified Chinese loaded when somebody reads it.
 *
 * @remarks
 * Pages have a ref of their own, {@link multiclusterPagesTranslationRef}, so that a card does not load what pages say.
 *
 * Sentences of the back end are looked up by {@link useSentence} as `sentence.<code>`: translations hold them, English
 * shows them as they arrive. They are no part of the type.
 *
 * @public
 */
export const multiclusterTranslationRef = createTranslationRef({
  id: 'multicluster',
  messages,
  translations: {
    zh: () => import('./zh'),
    'zh-CN': () => import('./zh'),
    'zh-Hans': () => import('./zh'),
  },
});

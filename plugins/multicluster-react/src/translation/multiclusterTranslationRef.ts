import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { messages } from './messages';

/**
 * All text of the plugin: English here, Simplified Chinese loaded when somebody reads it.
 *
 * @remarks
 * `sentence.<code>` are the sentences of the back end, so that they can be worded anew like any other message. They are
 * looked up by {@link useSentence} and are no part of the type.
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

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { deliveryReasonMessages } from './deliveryReasons';

/**
 * Text of gates, and of what the card "Delivery" shows only when something is not as usual. The card of a pipeline that is
 * well does not load it.
 *
 * @public
 */
export const multiclusterDeliveryReasonsTranslationRef = createTranslationRef({
  id: 'multicluster.delivery-reasons',
  messages: deliveryReasonMessages,
  translations: {
    zh: () => import('./zhDeliveryReasons'),
    'zh-CN': () => import('./zhDeliveryReasons'),
    'zh-Hans': () => import('./zhDeliveryReasons'),
  },
});

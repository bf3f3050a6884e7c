import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { deliveryMessages } from './delivery';

/**
 * Text of the card "Delivery" and of the components that show runs, stages and gates. A ref of its own: a card of workloads
 * does not load it.
 *
 * @public
 */
export const multiclusterDeliveryTranslationRef = createTranslationRef({
  id: 'multicluster.delivery',
  messages: deliveryMessages,
  translations: {
    zh: () => import('./zhDelivery'),
    'zh-CN': () => import('./zhDelivery'),
    'zh-Hans': () => import('./zhDelivery'),
  },
});

import { deliveryMessages } from './delivery';
import { deliveryMessagesZh } from './delivery.zh';
import { flattenMessages, MessageKey } from './flattenMessages';

const zh: Record<MessageKey<typeof deliveryMessages>, string> = flattenMessages(
  deliveryMessagesZh,
);

/** Simplified Chinese of the card "Delivery" and of what it shares with pages. @internal */
export default zh;

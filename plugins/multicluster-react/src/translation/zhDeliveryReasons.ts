import { deliveryReasonMessages } from './deliveryReasons';
import { deliveryReasonMessagesZh } from './deliveryReasons.zh';
import { flattenMessages, MessageKey } from './flattenMessages';

const zh: Record<
  MessageKey<typeof deliveryReasonMessages>,
  string
> = flattenMessages(deliveryReasonMessagesZh);

/** Simplified Chinese of gates and of what is not as usual about deliveries. @internal */
export default zh;

import { approvalMessages } from './approvals';
import { approvalMessagesZh } from './approvals.zh';
import { flattenMessages, MessageKey } from './flattenMessages';

const zh: Record<MessageKey<typeof approvalMessages>, string> = flattenMessages(
  approvalMessagesZh,
);

/** Simplified Chinese of approvals. @internal */
export default zh;

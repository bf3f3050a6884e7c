import { entityMessagesZh } from './entity.zh';
import { fleetMessagesZh } from './fleet.zh';
import { flattenMessages, MessageKey } from './flattenMessages';
import { messages } from './messages';
import { sentencesZh } from './sentences.zh';
import { sharedMessagesZh } from './shared.zh';

const zh: Record<MessageKey<typeof messages>, string> = {
  ...flattenMessages({ sentence: sentencesZh }),
  ...flattenMessages({
    ...sharedMessagesZh,
    entity: entityMessagesZh,
    fleet: fleetMessagesZh,
  }),
};

/** Simplified Chinese. @internal */
export default zh;

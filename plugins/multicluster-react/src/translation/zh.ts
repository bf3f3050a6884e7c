import { entityMessagesZh } from './entity.zh';
import { fleetMessagesZh } from './fleet.zh';
import { flattenMessages, MessageKey } from './flattenMessages';
import { pageMessages } from './pageMessages';
import { reasonMessages } from './reasonMessages';
import { sentencesZh } from './sentences.zh';
import { sharedMessagesZh } from './shared.zh';
import { wordsZh } from './words.zh';

const zh: Record<
  MessageKey<typeof pageMessages> | MessageKey<typeof reasonMessages>,
  string
> = {
  ...wordsZh,
  ...flattenMessages({ sentence: sentencesZh }),
  ...flattenMessages({
    ...sharedMessagesZh,
    entity: entityMessagesZh,
    fleet: fleetMessagesZh,
  }),
};

/** Simplified Chinese of cards and pages alike. @internal */
export default zh;

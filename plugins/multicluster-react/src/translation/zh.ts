import { deliveryMessages } from './delivery';
import { deliveryMessagesZh } from './delivery.zh';
import { entityMessagesZh } from './entity.zh';
import { fleetMessagesZh } from './fleet.zh';
import { flattenMessages, MessageKey } from './flattenMessages';
import { pageMessages } from './pageMessages';
import { reasonMessages } from './reasonMessages';
import { sentencesZh } from './sentences.zh';
import { sharedMessagesZh } from './shared.zh';
import { wordsZh } from './words.zh';

/** Each tree by itself: as one, its keys would be more than the compiler puts together. */
const pagesZh: Record<
  MessageKey<typeof pageMessages> | MessageKey<typeof reasonMessages>,
  string
> = flattenMessages({
  ...sharedMessagesZh,
  entity: entityMessagesZh,
  fleet: fleetMessagesZh,
});
const deliveryZh: Record<
  MessageKey<typeof deliveryMessages>,
  string
> = flattenMessages(deliveryMessagesZh);

const zh: Readonly<Record<string, string>> = {
  ...wordsZh,
  ...flattenMessages({ sentence: sentencesZh }),
  ...pagesZh,
  ...deliveryZh,
};

/** Simplified Chinese of cards and pages alike. @internal */
export default zh;

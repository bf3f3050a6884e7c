import { flattenMessages, MessageKey } from './flattenMessages';
import { runsMessages } from './runs';
import { runsMessagesZh } from './runs.zh';

const zh: Record<MessageKey<typeof runsMessages>, string> = flattenMessages(
  runsMessagesZh,
);

/** Simplified Chinese of the pages of runs and pipelines and of the tab of deliveries. @internal */
export default zh;

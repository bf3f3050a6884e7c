import { entityMessages } from './entity';
import { Translated } from './Translated';

/** Chinese of the card and the tab of an entity. @internal */
export const entityMessagesZh: Translated<typeof entityMessages> = {
  card: {
    title: '运行位置',
  },
};

import { entityMessages } from './entity';
import { fleetMessages } from './fleet';
import { sharedMessages } from './shared';

/** English of what pages and tabs say, the words they share with the cards included. @internal */
export const pageMessages = {
  ...sharedMessages,
  entity: entityMessages,
  fleet: fleetMessages,
} as const;

import { sentences } from '@fairway/backstage-plugin-multicluster-common';
import { entityMessages } from './entity';
import { fleetMessages } from './fleet';
import { sharedMessages } from './shared';

const typed = {
  ...sharedMessages,
  entity: entityMessages,
  fleet: fleetMessages,
} as const;

/**
 * All English messages. The sentences of the back end are among them as `sentence.<code>`, but not in the type: their
 * codes are data.
 *
 * @internal
 */
export const messages: typeof typed = Object.assign(
  { sentence: sentences },
  typed,
);

import { entityCardMessages } from './entityCard';
import { fleetCardMessages } from './fleetCards';
import { sharedMessages } from './shared';

/**
 * English of what cards say. Sentences of the back end are not among it: they arrive in English, and a second copy of
 * them would be a third of what a card loads. A portal may still word `sentence.<code>` anew.
 *
 * @internal
 */
export const messages = {
  ...sharedMessages,
  entity: entityCardMessages,
  fleet: fleetCardMessages,
} as const;

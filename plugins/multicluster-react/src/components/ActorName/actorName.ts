import { Actor } from '@fairway/backstage-plugin-multicluster-common';

/** What to call somebody: the name the platform gave, else what the tool wrote. Text, never markup. @public */
export function actorName(actor: Actor | undefined): string | undefined {
  return actor?.title || actor?.nativeId || undefined;
}

import { useCallback } from 'react';
import { actorOf } from '../model/actorOf';
import { useApprovalText } from './useApprovalText';

/** Says who did something, in the language of the reader: the portal, a person, or somebody at a tool. @internal */
export function useActorText(): (actor: string) => string {
  const t = useApprovalText();
  return useCallback(
    actor => {
      const named = actorOf(actor);
      switch (named.kind) {
        case 'portal':
          return t('actor.portal');
        case 'tool':
          return t('actor.tool', { tool: named.tool, name: named.name });
        default:
          return named.name;
      }
    },
    [t],
  );
}

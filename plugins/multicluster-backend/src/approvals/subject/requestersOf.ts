import {
  Actor,
  Requester,
} from '@fairway/backstage-plugin-multicluster-common';
import { RunFact } from '@fairway/backstage-plugin-multicluster-node';

/** The catalog User of a native id, by the platform's own mapping. */
export type PersonOf = (nativeId: string) => string | undefined;

/**
 * Who wanted a run and who wrote what it brings, each once for each role.
 *
 * @remarks
 * Somebody nobody has mapped stays in the list without a User: the rule about authors is unknown then, which is the policy's to
 * judge. What is no person (the key of a robot, a drift, a chain) asked for nothing.
 */
export function requestersOf(
  { trigger, commit, coAuthors = [] }: RunFact,
  personOf: PersonOf,
): Requester[] {
  const found: Requester[] = [];
  const add = (actor: Actor, role: Requester['role']) => {
    const entityRef = actor.entityRef ?? personOf(actor.nativeId);
    found.push({ ...actor, ...(entityRef && { entityRef }), role });
  };
  // A commit is no wish of its author to deliver it now; the author is in the list by writing it.
  if (trigger.actor && trigger.kind !== 'commit') {
    add(trigger.actor, 'trigger');
  }
  if (commit?.author) {
    add({ nativeId: commit.author, kind: 'user' }, 'author');
  }
  coAuthors.forEach(nativeId => add({ nativeId, kind: 'user' }, 'co-author'));
  const seen = new Set<string>();
  return found.filter(({ nativeId, role }) => {
    const key = JSON.stringify([nativeId, role]);
    return seen.size !== seen.add(key).size;
  });
}

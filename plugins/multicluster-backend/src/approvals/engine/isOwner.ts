import { DirectoryFacts } from './directory/DirectoryFacts';

/** Whether somebody owns an entity of a request, or is in a group that does. */
export function isOwner(user: string, facts: DirectoryFacts): boolean {
  const refs = [user, ...facts.groupsOf(user)];
  return facts.owners.some(owner => refs.includes(owner));
}

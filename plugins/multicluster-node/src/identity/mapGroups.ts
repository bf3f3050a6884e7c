import { fillTemplate } from './fillTemplate';
import { isToldApart } from './isToldApart';
import { parseRef } from './parseRef';

/**
 * What the groups that own in a person's name are called in a system. Groups that the template does not tell apart from one
 * of another namespace are left out.
 *
 * @param namespace - of the entities whose bare name counts, in lower case
 * @public
 */
export function mapGroups(
  ownershipEntityRefs: readonly string[],
  template: string,
  namespace: string,
): string[] {
  return ownershipEntityRefs
    .filter(ref => {
      const group = parseRef(ref);
      return group?.kind === 'group' && isToldApart(template, group, namespace);
    })
    .map(ref => fillTemplate(template, ref, undefined))
    .filter(group => group !== undefined);
}

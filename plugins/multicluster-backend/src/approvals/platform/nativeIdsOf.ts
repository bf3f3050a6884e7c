import { PeopleRule } from '../rules/voters/mapPeople';

/** What the configuration calls somebody in tools. A pattern that fits many names is none of them. */
export function nativeIdsOf(
  rules: readonly PeopleRule[],
  userRef: string,
): string[] {
  return rules
    .filter(
      ({ match, user }) =>
        user.toLocaleLowerCase('en-US') === userRef && !/[*?]/.test(match),
    )
    .map(({ match }) => match);
}

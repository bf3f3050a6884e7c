import { OpenRequest } from './OpenRequest';

/**
 * Equal for a run and a lane that are one matter: one change of the same entities on its way to one environment. A commit alone is
 * not: in a repository of many services it is twenty of them, and the same one goes to staging and to production.
 *
 * @returns undefined where nobody knows the change, or whose it is
 */
export function foldKeyOf({
  changeKey,
  environment,
  entityRefs,
}: Pick<OpenRequest, 'changeKey' | 'environment' | 'entityRefs'>):
  | string
  | undefined {
  return changeKey === undefined || entityRefs.length === 0
    ? undefined
    : JSON.stringify([changeKey, environment ?? null, [...entityRefs].sort()]);
}

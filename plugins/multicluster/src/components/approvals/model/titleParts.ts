import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';

/** What a title says, in its parts. `clusters`: their names, or how many they are. */
export type TitleParts =
  | { what: string; environment: string }
  | { what: string; clusters: string[] | number };

/**
 * A title as the back end makes it, which it stores in English, in its parts: "checkout v1.8.3 to production"; of a lane "tickets to
 * member1, member2", or "tickets to 12 clusters".
 *
 * @returns undefined for any other title, which is shown as it is
 * @internal
 */
export function titleParts({
  kind,
  title,
  environment,
}: Pick<ApprovalRequest, 'kind' | 'title' | 'environment'>):
  | TitleParts
  | undefined {
  if (kind === 'lane') {
    return partsOfLane(title);
  }
  const end = ` to ${environment}`;
  return environment && title.endsWith(end) && title.length > end.length
    ? { what: title.slice(0, -end.length), environment }
    : undefined;
}

/** Neither the name of a policy nor that of a cluster has a space in it. */
function partsOfLane(title: string): TitleParts | undefined {
  const [, what, to] =
    /^(\S+) to (\S+(?:, \S+)*|\d+ clusters)$/.exec(title) ?? [];
  if (!what) {
    return undefined;
  }
  const [, count] = /^(\d+) clusters$/.exec(to) ?? [];
  return { what, clusters: count ? Number(count) : to.split(', ') };
}

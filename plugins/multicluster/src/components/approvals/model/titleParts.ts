import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';

/**
 * A title as the back end makes it, "checkout v1.8.3 to production", in its parts: it is stored in English.
 *
 * @returns undefined for any other title, which is shown as it is
 * @internal
 */
export function titleParts({
  title,
  environment,
}: Pick<ApprovalRequest, 'title' | 'environment'>):
  | { what: string; environment: string }
  | undefined {
  const end = ` to ${environment}`;
  return environment && title.endsWith(end) && title.length > end.length
    ? { what: title.slice(0, -end.length), environment }
    : undefined;
}

import { Coverage } from '@fairway/backstage-plugin-multicluster-common';

/**
 * Whether an answer without workloads means that nothing could be read, rather than that there are none.
 *
 * @internal
 */
export function isUnread(coverage: Coverage): boolean {
  const { seen, total, problems } = coverage;
  return (
    total === null ||
    (seen === 0 && total > 0) ||
    (seen === 0 && problems.length > 0)
  );
}

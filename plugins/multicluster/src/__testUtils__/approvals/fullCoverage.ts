import { Coverage } from '@fairway/backstage-plugin-multicluster-common';

/** Everything was read. */
export const fullCoverage: Coverage = {
  seen: 1,
  total: 1,
  stale: 0,
  problems: [],
};

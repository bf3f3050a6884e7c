import { CustomErrorBase } from '@backstage/errors';

/** A placement was not as wanted in time. */
export class PlacementTimeoutError extends CustomErrorBase {
  name = 'PlacementTimeoutError' as const;
}

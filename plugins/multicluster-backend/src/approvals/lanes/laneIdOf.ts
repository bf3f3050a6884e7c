import { LaneRef } from './LaneRef';

/** The id of a lane in URLs. Made of what it is called by, so that it stays the same whether it is armed or not. */
export function laneIdOf({ source, policyKey }: LaneRef): string {
  return Buffer.from(JSON.stringify([source, policyKey])).toString('base64url');
}

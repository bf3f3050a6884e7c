import { LaneRef } from './LaneRef';

/** What an id of laneIdOf is made of. Undefined: it is no such id; it comes from a URL. */
export function readLaneId(id: string): LaneRef | undefined {
  try {
    const parts: unknown = JSON.parse(
      Buffer.from(id, 'base64url').toString('utf8'),
    );
    return Array.isArray(parts) &&
      parts.length === 2 &&
      parts.every(part => typeof part === 'string' && part !== '')
      ? { source: parts[0], policyKey: parts[1] }
      : undefined;
  } catch {
    return undefined;
  }
}

import { LaneState } from './LaneState';

/**
 * How a lane fares, in one word: what must differ before readers are told that it does. A retry that fails alike is no news.
 *
 * @param everRead - whether it is stored to the end
 */
export function conditionOf(
  lane: Pick<LaneState, 'retired' | 'problem'>,
  everRead: boolean,
): string {
  if (lane.retired) {
    return 'off';
  }
  return lane.problem?.code ?? (everRead ? 'read' : 'syncing');
}

import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { HeldChanges } from './heldChanges';
import { LaneFacts } from './LaneFacts';

/**
 * What arming or disarming a lane reaches, most telling first.
 *
 * @param options - `isHeldElsewhere`: what is disarmed is held by somebody else as well, so that nothing goes out
 */
export function effectsOfArming(
  action: 'arm' | 'disarm',
  facts: LaneFacts,
  changes: HeldChanges | undefined,
  options: { isHeldElsewhere?: boolean } = {},
): Sentence[] {
  const clusters = new Set(facts.targets.map(({ cluster }) => cluster));
  const reach = sentence('lane.effect.reach', {
    workloads: facts.workloads.length,
    clusters: clusters.size,
  });
  if (!facts.policy) {
    return [
      sentence('lane.effect.orphans', {
        names: facts.workloads.map(({ name }) => name).join(', '),
      }),
    ];
  }
  if (action === 'arm') {
    return [
      sentence('lane.effect.arm'),
      reach,
      sentence('lane.effect.baseline'),
      sentence('lane.effect.deletions'),
    ];
  }
  if (options.isHeldElsewhere) {
    return [reach];
  }
  const held = changes?.held ?? [];
  return [
    ...(held.length > 0
      ? [sentence('lane.effect.sends', { clusters: held.join(', ') })]
      : []),
    ...(changes ? [] : [sentence('lane.effect.unread')]),
    sentence('lane.effect.disarm'),
    reach,
  ];
}

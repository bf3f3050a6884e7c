import { Sentence } from '@fairway/backstage-plugin-multicluster-common';

/** Whether a halt is one that the policy asks for: somebody is waited for, and nothing is wrong. @internal */
export function isAskedFor(halted: Sentence | undefined): boolean {
  return halted?.code === 'lane.halted.person';
}

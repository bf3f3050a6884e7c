import { Sentence } from '@fairway/backstage-plugin-multicluster-common';

const ASKED_FOR = ['lane.halted.person'];

/**
 * Whether a halt is one that the policy asks for: somebody is waited for, and nothing is wrong. Pages know it by the tone of an item,
 * and name no codes.
 */
export function isAskedFor(
  halted: Pick<Sentence, 'code'> | undefined,
): boolean {
  return halted !== undefined && ASKED_FOR.includes(halted.code);
}

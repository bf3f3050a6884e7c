import { DerivedTarget } from '@fairway/backstage-plugin-multicluster-node';

/** The version of a target as one value, for transitions: what is known of it, or why nothing is. */
export function versionLabel(
  target: Pick<DerivedTarget, 'versions' | 'versionKnowledge'>,
): string {
  return target.versionKnowledge === 'known'
    ? target.versions.map(({ version }) => version).join(', ')
    : target.versionKnowledge;
}

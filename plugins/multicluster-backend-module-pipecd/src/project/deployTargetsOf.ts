import { RawApplication } from '../wire/messages';

/** Where an application deploys to: deploy targets of its plugins in v1, its one platform provider in v0. @internal */
export function deployTargetsOf(
  raw: Pick<
    RawApplication,
    'deploy_targets_by_plugin' | 'platform_provider' | 'cloud_provider'
  >,
): string[] {
  const targets = Object.values(raw.deploy_targets_by_plugin ?? {}).flatMap(
    ({ deploy_targets = [] }) => deploy_targets,
  );
  const provider = raw.platform_provider || raw.cloud_provider;
  if (targets.length === 0) {
    return provider ? [provider] : [];
  }
  return [...new Set(targets)].sort();
}

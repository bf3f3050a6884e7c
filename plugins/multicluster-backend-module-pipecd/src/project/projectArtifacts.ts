import { RunArtifact } from '@fairway/backstage-plugin-multicluster-common';
import { RawArtifactVersion } from '../wire/messages';

const KINDS: Readonly<Record<number, RunArtifact['kind']>> = {
  1: 'image',
  2: 'object',
  3: 'git',
  4: 'module',
};

/** What a deployment delivers. A nameless "unknown" is PipeCD's placeholder for "nothing is known" and no version. @internal */
export function projectArtifacts(
  versions: readonly RawArtifactVersion[] = [],
): RunArtifact[] {
  return versions
    .filter(({ name, version }) => version && (name || version !== 'unknown'))
    .map(({ kind = 0, name = '', version = '', url }) => ({
      kind: KINDS[kind] ?? 'unknown',
      name,
      version,
      ...(url && { url }),
    }));
}

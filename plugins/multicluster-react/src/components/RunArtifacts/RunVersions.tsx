import { RunArtifact } from '@fairway/backstage-plugin-multicluster-common';
import { VersionChip } from '../VersionChip';

/** Props of {@link RunVersions}. @public */
export interface RunVersionsProps {
  artifacts: RunArtifact[];
  /** True: drawn quieter, for what is last known. */
  dim?: boolean;
}

/**
 * What a run delivers, as one chip: the images, or what there is where there are none.
 *
 * @public
 */
export function RunVersions(props: RunVersionsProps) {
  const { artifacts, dim } = props;
  const images = artifacts.filter(({ kind }) => kind === 'image');
  return (
    <VersionChip
      dim={dim}
      versions={(images.length > 0 ? images : artifacts).map(
        ({ name, version }) => ({
          container: name,
          image: `${name}:${version}`,
          version,
        }),
      )}
    />
  );
}

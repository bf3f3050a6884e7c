import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentVersion } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  useStateColors,
  VersionChip,
} from '@fairway/backstage-plugin-multicluster-react';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { usePromotionStyles } from './usePromotionStyles';

/** The versions that an environment runs; a tag that names no content is said to be one. @internal */
export function VersionCell(props: {
  versions: EnvironmentVersion[];
  dim: boolean;
}) {
  const { versions, dim } = props;
  const classes = usePromotionStyles();
  const shared = useDeliveryStyles();
  const colors = useStateColors();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const several = new Set(versions.map(({ name }) => name)).size > 1;
  const warn = {
    color: colors.warn.text,
    backgroundColor: colors.warn.tint,
  };
  return (
    <ul className={classes.plain}>
      {versions.map(({ name, version, ...one }) => (
        <li key={`${name}/${version}`} className={shared.line}>
          <VersionChip
            versions={[
              { container: name, image: `${name}:${version}`, version },
            ]}
            knowledge={one.knowledge}
            dim={dim}
          />
          {several && <span className={shared.quiet}>{name}</span>}
          {one.unpinned && (
            <span
              className={shared.tag}
              style={warn}
              title={t('promotion.unpinnedHint', {
                digests: one.digests.join(', ') || t('promotion.noDigest'),
              })}
            >
              {t('promotion.unpinned')}
            </span>
          )}
          {one.digests.length > 1 && (
            <span
              className={shared.tag}
              style={warn}
              title={one.digests.join('\n')}
            >
              {t('promotion.differs', { n: String(one.digests.length) })}
            </span>
          )}
          {versions.length > 1 && one.clusters.length > 0 && (
            <span className={shared.quiet}>{one.clusters.join(', ')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

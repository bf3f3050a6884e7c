import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  multiclusterPagesTranslationRef,
  useRendered,
  VersionChip,
} from '@fairway/backstage-plugin-multicluster-react';
import { PerClusterSections } from './PerClusterSections';
import { useDrawerStyles } from './useDrawerStyles';

/** What each cluster was really sent, overrides applied. @internal */
export function RenderedPane(props: {
  workloadId: string;
  clusters: string[] | undefined;
}) {
  const { workloadId, clusters } = props;
  const classes = useDrawerStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const rendered = useRendered(workloadId, clusters);
  return (
    <PerClusterSections
      view={rendered}
      nothing={t('entity.rendered.none')}
      render={(target, index) => (
        <li key={index} className={classes.item}>
          <div className={classes.line}>
            <VersionChip versions={target.versions} />
            {target.replicas !== undefined && (
              <span>
                {t('entity.rendered.replicas', { count: target.replicas })}
              </span>
            )}
            {target.generation !== undefined && (
              <span className={classes.quiet}>
                {t('entity.rendered.generation', {
                  n: String(target.generation),
                })}
              </span>
            )}
          </div>
          {target.versions.map(({ container, image }) => (
            <div key={container} className={classes.mono}>
              {container}: {image}
            </div>
          ))}
          {target.overrides.length === 0 && (
            <div className={classes.quiet}>
              {t('entity.rendered.noOverride')}
            </div>
          )}
          {target.overrides.map(({ policy, overriders }) => (
            <div key={policy}>
              <span className={classes.strong}>{policy}</span>
              {overriders.map(overrider => (
                <div key={overrider} className={classes.mono}>
                  {overrider}
                </div>
              ))}
            </div>
          ))}
        </li>
      )}
    />
  );
}

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { multiclusterTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { PanelBody } from '../fleet/frame/PanelBody';
import { systemScope } from './systemScope';
import { TroubleCard } from './TroubleCard';

/** What is wrong among the workloads of a system. */
export function SystemTroubleCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const { entityRefs, left } = systemScope(entity);
  return (
    <TroubleCard
      title={t('fleet.overview.system')}
      scope={{ entityRefs }}
      note={
        left > 0 && (
          <PanelBody>{t('fleet.overview.left', { n: String(left) })}</PanelBody>
        )
      }
    />
  );
}

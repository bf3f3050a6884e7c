import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { multiclusterTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { partsOfSystem } from './partsOfSystem';
import { TroubleCard } from './TroubleCard';

/** What is wrong among the workloads of a system. */
export function SystemTroubleCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  return (
    <TroubleCard
      title={t('fleet.overview.system')}
      scope={{ entityRefs: partsOfSystem(entity) }}
    />
  );
}

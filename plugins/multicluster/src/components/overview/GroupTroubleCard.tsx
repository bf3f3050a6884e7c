import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef, useEntity } from '@backstage/plugin-catalog-react';
import { multiclusterTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { groupsOf } from './groupsOf';
import { TroubleCard } from './TroubleCard';

/** What is wrong among the workloads that a group and all groups below it own. */
export function GroupTroubleCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const catalog = useApi(catalogApiRef);
  const groups = useAsyncRetry(
    () => groupsOf(entity, catalog),
    [entity, catalog],
  );
  return (
    <TroubleCard
      title={t('fleet.overview.group')}
      scope={groups.value && { ownedBy: groups.value }}
      unknown={groups}
    />
  );
}

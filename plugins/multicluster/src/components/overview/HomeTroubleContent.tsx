import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { multiclusterTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { TroubleCard } from './TroubleCard';

/** What is wrong among the workloads the reader owns, for the home page. */
export function HomeTroubleContent() {
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const identity = useApi(identityApiRef);
  const reader = useAsyncRetry(
    () => identity.getBackstageIdentity(),
    [identity],
  );
  return (
    <TroubleCard
      title={t('fleet.overview.home')}
      scope={reader.value && { ownedBy: reader.value.ownershipEntityRefs }}
      unknown={reader}
      inCard
    />
  );
}

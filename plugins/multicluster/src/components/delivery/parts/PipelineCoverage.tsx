import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Coverage } from '@fairway/backstage-plugin-multicluster-common';
import {
  CoverageFoot,
  multiclusterDeliveryTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode } from 'react';

/** How many pipelines were really read, and what was not. @internal */
export function PipelineCoverage(props: {
  coverage: Coverage;
  /** Links on the right. */
  children?: ReactNode;
}) {
  const { coverage, children } = props;
  const { t } = useTranslationRef(multiclusterDeliveryTranslationRef);
  return (
    <CoverageFoot
      coverage={coverage}
      read={counts => t('delivery.read', counts)}
    >
      {children}
    </CoverageFoot>
  );
}

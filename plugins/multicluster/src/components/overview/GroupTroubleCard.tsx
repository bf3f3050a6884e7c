import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { multiclusterTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { TroubleCard } from './TroubleCard';

/** What is wrong among the workloads that a group and the groups below it own. */
export function GroupTroubleCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const below = (entity.relations ?? [])
    .filter(({ type }) => type === 'parentOf')
    .map(({ targetRef }) => targetRef);
  const ownedBy = [stringifyEntityRef(entity), ...below];
  return <TroubleCard title={t('fleet.overview.group')} scope={{ ownedBy }} />;
}

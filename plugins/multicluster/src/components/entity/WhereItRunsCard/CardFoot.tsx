import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/core-components';
import { Coverage } from '@fairway/backstage-plugin-multicluster-common';
import {
  CoverageFoot,
  multiclusterTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { entityContentLinkRef } from '../../../routes';

/** How much was read, and the way to the tab. @internal */
export function CardFoot(props: { coverage: Coverage }) {
  const { coverage } = props;
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const contentPath = useRouteRef(entityContentLinkRef);
  return (
    <CoverageFoot coverage={coverage}>
      {contentPath && (
        <Link to={contentPath()}>{t('entity.card.topology')}</Link>
      )}
    </CoverageFoot>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';

/** Props of {@link MoreRows}. */
export interface MoreRowsProps {
  loading: boolean;
  onMore(): void;
}

/** Reads the next page by hand, for those whose keyboard never scrolls to the end. */
export function MoreRows(props: MoreRowsProps) {
  const { loading, onMore } = props;
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  return (
    <Button size="small" onClick={onMore} disabled={loading}>
      {t(loading ? 'fleet.workloads.loadingMore' : 'fleet.workloads.more')}
    </Button>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { multiclusterTranslationRef } from '@fairway/backstage-plugin-multicluster-react';

/** The card while nothing was read yet: as high as three clusters, so that little jumps; still, since most reads are short. @internal */
export function CardSkeleton(props: { label?: string }) {
  const { t } = useTranslationRef(multiclusterTranslationRef);
  return (
    <div
      style={{ padding: '0 20px 16px' }}
      role="status"
      aria-label={props.label ?? t('entity.card.loading')}
    >
      {['80%', '60%', '70%'].map(width => (
        <Skeleton key={width} animation={false} width={width} height={36} />
      ))}
    </div>
  );
}

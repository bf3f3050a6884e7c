import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

/** What people who rely on a hold have to know of it. @internal */
export function LaneLimits() {
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const limits = [
    'template',
    'newCluster',
    'deletion',
    'reported',
    'admin',
  ] as const;
  return (
    <details className={classes.item}>
      <summary>{t('lanes.limits')}</summary>
      <ul>
        {limits.map(limit => (
          <li key={limit}>{t(`lanes.limit.${limit}`)}</li>
        ))}
      </ul>
    </details>
  );
}

import { useTimeFormat } from '@fairway/backstage-plugin-multicluster-react';
import { useApprovalStyles } from './useApprovalStyles';
import { useApprovalText } from './useApprovalText';
import { useTimeLeft } from './useTimeLeft';

/** Until when something may be decided, and how long that is. @internal */
export function Deadline(props: { time: string }) {
  const { time } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const format = useTimeFormat();
  const left = useTimeLeft(time);
  const until = t('request.until', { time: format(time) });
  return (
    <time dateTime={time} className={`${classes.quiet} ${classes.right}`}>
      {left ? t('request.untilIn', { until, left }) : until}
    </time>
  );
}

import { Lane } from '@fairway/backstage-plugin-multicluster-common';
import { PreviewDialog } from '../act/PreviewDialog';
import { Previewed } from '../act/usePreviewed';
import { useApprovalText } from '../parts/useApprovalText';

/** Arms or disarms a lane, after a look at what that does. @internal */
export function LaneActionDialog(props: {
  lane: Lane;
  previewed: Previewed<'arm' | 'disarm'>;
}) {
  const { lane, previewed } = props;
  const { action = 'arm' } = previewed;
  const t = useApprovalText();
  return (
    <PreviewDialog
      previewed={previewed}
      title={t(`lanes.${action}Title`, {
        policy: lane.policy,
        source: lane.source,
      })}
      act={t(`lanes.${action}Now`)}
      danger={action === 'disarm'}
    />
  );
}

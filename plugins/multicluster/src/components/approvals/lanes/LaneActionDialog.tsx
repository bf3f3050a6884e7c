import { useApi } from '@backstage/core-plugin-api';
import { Lane } from '@fairway/backstage-plugin-multicluster-common';
import { approvalsApiRef } from '@fairway/backstage-plugin-multicluster-react';
import { PreviewDialog } from '../act/PreviewDialog';
import { useApprovalText } from '../parts/useApprovalText';

/** Arms or disarms a lane, after a look at what that does. @internal */
export function LaneActionDialog(props: {
  lane: Lane;
  action: 'arm' | 'disarm';
  onClose(): void;
  onDone(): void;
}) {
  const { lane, action, onClose, onDone } = props;
  const t = useApprovalText();
  const api = useApi(approvalsApiRef);
  return (
    <PreviewDialog
      title={t(`lanes.${action}Title`, {
        policy: lane.policy,
        source: lane.source,
      })}
      act={t(`lanes.${action}Now`)}
      danger={action === 'disarm'}
      send={(input, options) =>
        api.manageLane(lane.id, { ...input, action }, options)
      }
      onClose={onClose}
      onDone={onDone}
    />
  );
}

import { PipelineRun } from '@fairway/backstage-plugin-multicluster-common';
import { CommitText } from './CommitText';
import { useDeliveryStyles } from './useDeliveryStyles';
import { useTriggerText } from './useTriggerText';

/** What a run was made from and by whom, in a quiet line; nothing where the tool says neither. @internal */
export function RunOrigin(props: {
  run: Pick<PipelineRun, 'trigger' | 'commit'>;
}) {
  const { run } = props;
  const classes = useDeliveryStyles();
  const trigger = useTriggerText()(run);
  if (!run.commit && !trigger) {
    return null;
  }
  return (
    <div className={`${classes.line} ${classes.quiet}`}>
      {run.commit && <CommitText commit={run.commit} />}
      {trigger && <span>{trigger}</span>}
    </div>
  );
}

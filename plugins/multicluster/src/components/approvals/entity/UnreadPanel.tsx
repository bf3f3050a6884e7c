import { FailedView } from '../../fleet/frame/FailedView';
import { Panel } from '../../fleet/frame/Panel';

/** Props of {@link UnreadPanel}. @internal */
export interface UnreadPanelProps {
  title: string;
  error: Error | undefined;
  onRetry(): void;
}

/** Says that something waits or not, and that nobody could read which: no panel at all would read as "nothing". @internal */
export function UnreadPanel(props: UnreadPanelProps) {
  const { title, error, onRetry } = props;
  return (
    <Panel title={title}>
      <FailedView
        error={error}
        permission="multicluster.approval.read"
        onRetry={onRetry}
      />
    </Panel>
  );
}

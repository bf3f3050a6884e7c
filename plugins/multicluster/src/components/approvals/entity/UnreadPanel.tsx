import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { Designed } from '../../fleet/frame/Designed';
import { Panel } from '../../fleet/frame/Panel';

/** Props of {@link UnreadPanel}. @internal */
export interface UnreadPanelProps {
  title: string;
  /** What could not be read; read out, so it names it: another panel of the page may say so of something else. */
  text: string;
  onRetry(): void;
}

/** Says that something waits or not, and that nobody could read which: no panel at all would read as "nothing". @internal */
export function UnreadPanel(props: UnreadPanelProps) {
  const { title, text, onRetry } = props;
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  return (
    <Panel title={title}>
      <Designed
        look={{ shape: 'unknown', tone: 'stale' }}
        title={text}
        action={
          <Button size="small" variant="outlined" onClick={onRetry}>
            {t('fleet.error.retry')}
          </Button>
        }
      />
    </Panel>
  );
}

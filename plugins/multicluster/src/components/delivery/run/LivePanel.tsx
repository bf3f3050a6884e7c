import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { multiclusterRunsTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { Panel } from '../../fleet/frame/Panel';
import { PanelBody } from '../../fleet/frame/PanelBody';
import { LiveState } from './LiveState';

/** What the tool says is deployed now: asked for only when somebody wants to see it, because it asks the tool. @internal */
export function LivePanel(props: { pipelineId: string }) {
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t('live.title')} aside={t('live.asked')}>
      <PanelBody>
        <Button
          size="small"
          variant="outlined"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t('live.hide') : t('live.show')}
        </Button>
      </PanelBody>
      {open && <LiveState pipelineId={props.pipelineId} />}
    </Panel>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RunDetails } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  StageGraph,
} from '@fairway/backstage-plugin-multicluster-react';
import { useId } from 'react';
import { Panel } from '../../fleet/frame/Panel';
import { PanelBody } from '../../fleet/frame/PanelBody';
import { currentStage } from '../model/currentStage';
import { isFreshnessLost } from '../model/isFreshnessLost';
import { StageDetail } from './StageDetail';
import { StageList } from './StageList';
import { useRunStyles } from './useRunStyles';
import { useStageParam } from './useStageParam';

/** Scrolled by keys like any other region. */
const BY_KEYS = { tabIndex: 0 };

/** The stages of a run: a picture, the same as a list, and the one that was chosen. @internal */
export function StagesPanel(props: { details: RunDetails }) {
  const { run, stages } = props.details;
  const classes = useRunStyles();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const [chosen, choose] = useStageParam();
  const panelId = useId();
  const lost = isFreshnessLost(run.freshness);
  const stage = stages.find(({ id }) => id === chosen) ?? currentStage(stages);
  if (!stage) {
    return (
      <Panel title={t('runPage.stages')}>
        <PanelBody>{t('runPage.noStages')}</PanelBody>
      </Panel>
    );
  }
  return (
    <Panel title={t('runPage.stages')}>
      {stages.length > 1 && (
        <div className={classes.graph}>
          <StageGraph
            stages={stages}
            selectedId={stage.id}
            onSelect={choose}
            lastKnown={lost}
          />
        </div>
      )}
      <div className={classes.columns}>
        <StageList
          stages={stages}
          selectedId={stage.id}
          panelId={panelId}
          lastKnown={lost}
          onSelect={choose}
        />
        <div
          id={panelId}
          role="tabpanel"
          aria-label={stage.name}
          className={classes.panel}
          // Otherwise a run that goes on to its next stage takes away what somebody reads, and the field they type in.
          onFocus={() => stage.id !== chosen && choose(stage.id)}
          {...BY_KEYS}
        >
          <StageDetail
            key={stage.id}
            run={run}
            stage={stage}
            parent={stages.find(({ id }) => id === stage.parentId)}
          />
        </div>
      </div>
    </Panel>
  );
}

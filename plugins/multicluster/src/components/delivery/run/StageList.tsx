import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Stage } from '@fairway/backstage-plugin-multicluster-common';
import {
  DurationText,
  multiclusterRunsTranslationRef,
  runLook,
  RunStatusLabel,
  StateIcon,
} from '@fairway/backstage-plugin-multicluster-react';
import { KeyboardEvent, useRef } from 'react';
import { stageMove } from '../model/stageMove';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { useRunStyles } from './useRunStyles';

/** Props of {@link StageList}. @internal */
export interface StageListProps {
  stages: Stage[];
  selectedId: string;
  /** Id of the panel that shows the selected stage. */
  panelId: string;
  lastKnown: boolean;
  onSelect(id: string): void;
}

/**
 * The stages of a run in words, in the order of the tool. Up, Down, Home and End move and show; the graph above is the same in
 * a picture.
 *
 * @internal
 */
export function StageList(props: StageListProps) {
  const { stages, selectedId, panelId, lastKnown, onSelect } = props;
  const classes = useRunStyles();
  const shared = useDeliveryStyles();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const root = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stageMove(stages, selectedId, event.key);
    if (next !== undefined) {
      event.preventDefault();
      onSelect(next);
      root.current
        ?.querySelector<HTMLElement>(`[data-stage="${CSS.escape(next)}"]`)
        ?.focus();
    }
  };
  return (
    <div
      ref={root}
      className={classes.list}
      role="tablist"
      aria-orientation="vertical"
      aria-label={t('runPage.stageList')}
    >
      {stages.map(stage => {
        const look = runLook(stage.status, stage.detail, lastKnown);
        const selected = stage.id === selectedId;
        return (
          <button
            key={stage.id}
            type="button"
            role="tab"
            aria-selected={selected}
            aria-controls={panelId}
            tabIndex={selected ? 0 : -1}
            className={[
              classes.stage,
              selected ? classes.selected : '',
              stage.parentId !== undefined ? classes.part : '',
            ].join(' ')}
            data-stage={stage.id}
            data-status={stage.status}
            onClick={() => onSelect(stage.id)}
            onKeyDown={onKeyDown}
          >
            <StateIcon shape={look.shape} tone={look.tone} />
            <span className={classes.stageText}>
              <span className={shared.ellipsis} title={stage.name}>
                {stage.name}
              </span>
              <RunStatusLabel
                status={stage.status}
                detail={stage.detail}
                lastKnown={lastKnown}
                wordOnly
              />
            </span>
            <DurationText
              from={stage.startedAt}
              to={stage.finishedAt}
              atLeast={stage.startedAtMost}
            />
          </button>
        );
      })}
    </div>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import CloseIcon from '@material-ui/icons/Close';
import { EntityWorkload } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { useDetailUsage } from '../../usage/useDetailUsage';
import {
  DetailSelection,
  DetailView,
  detailViews,
} from '../ClustersContent/useTabParams';
import { DetailPane } from './DetailPane';
import { useDrawerStyles } from './useDrawerStyles';

const HEADING = 'multicluster-detail-heading';

/** Props of {@link DetailDrawer}. @internal */
export interface DetailDrawerProps {
  /** Undefined while nothing is selected, or when what the address names is gone. */
  workload: EntityWorkload | undefined;
  selection: DetailSelection | undefined;
  onSelect(selection: DetailSelection | undefined): void;
}

/** Pods, events, logs and what was sent, of a workload or of one of its clusters. @internal */
export function DetailDrawer(props: DetailDrawerProps) {
  const { workload, selection, onSelect } = props;
  const classes = useDrawerStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const open = workload !== undefined && selection !== undefined;
  useDetailUsage(open ? selection.view : undefined);
  return (
    <Drawer
      anchor="right"
      open={open}
      onClose={() => onSelect(undefined)}
      classes={{ paper: classes.paper }}
      PaperProps={{ role: 'dialog', 'aria-labelledby': HEADING }}
    >
      {open && (
        <>
          <div className={classes.head}>
            <div className={classes.title}>
              <h2 id={HEADING} className={classes.heading}>
                {t('entity.card.workload', {
                  kind: workload.kind,
                  name: workload.name,
                })}
              </h2>
              <div className={classes.quiet}>
                {selection.cluster
                  ? t('entity.drawer.onCluster', { cluster: selection.cluster })
                  : t('entity.drawer.allClusters')}
              </div>
            </div>
            <IconButton
              aria-label={t('entity.drawer.close')}
              onClick={() => onSelect(undefined)}
            >
              <CloseIcon />
            </IconButton>
          </div>
          <Tabs
            className={classes.tabs}
            value={selection.view}
            indicatorColor="primary"
            textColor="primary"
            variant="scrollable"
            aria-label={t('entity.drawer.views')}
            onChange={(_, view: DetailView) => onSelect({ ...selection, view })}
          >
            {detailViews.map(view => (
              <Tab
                key={view}
                value={view}
                id={`multicluster-tab-${view}`}
                aria-controls={`multicluster-pane-${view}`}
                label={t(`entity.drawer.${view}`)}
              />
            ))}
          </Tabs>
          <div
            role="tabpanel"
            id={`multicluster-pane-${selection.view}`}
            aria-labelledby={`multicluster-tab-${selection.view}`}
            className={classes.body}
            tabIndex={0}
          >
            <DetailPane
              workload={workload}
              selection={selection}
              onSelect={onSelect}
            />
          </div>
        </>
      )}
    </Drawer>
  );
}

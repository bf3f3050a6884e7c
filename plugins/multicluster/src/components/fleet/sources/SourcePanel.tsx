import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { SourceStatus } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { Panel } from '../frame/Panel';
import { PanelBody } from '../frame/PanelBody';
import { CapabilityList } from './CapabilityList';
import { LanesTable } from './LanesTable';
import { MissingRbac } from './MissingRbac';
import { SourceProblems } from './SourceProblems';
import { SourceState } from './SourceState';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gap: theme.spacing(2.5, 5),
      paddingTop: theme.spacing(2),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    title: {
      fontSize: theme.typography.body2.fontSize,
      fontWeight: 500,
      marginBottom: theme.spacing(0.75),
    },
    facts: {
      margin: 0,
      paddingLeft: theme.spacing(2.25),
      fontSize: theme.typography.body2.fontSize,
      overflowWrap: 'anywhere',
    },
    type: { color: theme.palette.text.secondary },
  }),
  { name: 'MulticlusterSourcePanel' },
);

/** One source: its state, what is wrong, its lanes, what it says of itself, what can be done and what rights it lacks. */
export function SourcePanel(props: { source: SourceStatus }) {
  const { source } = props;
  const { id, title, type, state, facts, capabilities, missingRbac } = source;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const say = useSentence();
  return (
    <Panel
      title={title ?? id}
      aside={
        <>
          <span className={classes.type}>
            {[...new Set([title && id, type])].filter(Boolean).join(' · ')}
          </span>
          <SourceState state={state} />
        </>
      }
    >
      <SourceProblems problems={source.problems} />
      <LanesTable
        label={t('fleet.sources.table', { source: title ?? id })}
        lanes={source.lanes}
      />
      <PanelBody>
        <div className={classes.grid}>
          {facts.length > 0 && (
            <div>
              <Typography component="h3" className={classes.title}>
                {t('fleet.sources.facts')}
              </Typography>
              <ul className={classes.facts}>
                {facts.map(fact => (
                  <li key={`${fact.code}/${fact.text}`}>{say(fact)}</li>
                ))}
              </ul>
            </div>
          )}
          {capabilities.length > 0 && (
            <div>
              <Typography component="h3" className={classes.title}>
                {t('fleet.sources.capabilities')}
              </Typography>
              <CapabilityList capabilities={capabilities} />
            </div>
          )}
        </div>
        {missingRbac && <MissingRbac yaml={missingRbac} />}
      </PanelBody>
    </Panel>
  );
}

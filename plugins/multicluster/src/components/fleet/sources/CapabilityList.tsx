import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { SourceStatus } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  StateIcon,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { useCapabilityName } from './useCapabilityName';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1), margin: 0, padding: 0 },
    item: {
      display: 'grid',
      gridTemplateColumns: '18px minmax(0, 1fr)',
      gap: theme.spacing(1),
      listStyle: 'none',
      fontSize: theme.typography.body2.fontSize,
    },
    name: { fontWeight: 500 },
    why: {
      display: 'block',
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'MulticlusterCapabilityList' },
);

/** What a source can do: as whom where it is on, and why not where it is off. */
export function CapabilityList(props: {
  capabilities: SourceStatus['capabilities'];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const say = useSentence();
  const nameOf = useCapabilityName();
  return (
    <ul className={classes.root}>
      {props.capabilities.map(({ name, available, reason, identityMode }) => (
        <li key={name} className={classes.item}>
          <StateIcon
            shape={available ? 'ok' : 'hold'}
            tone={available ? 'ok' : 'stale'}
            label={t(
              available ? 'fleet.sources.on' : 'fleet.sources.notAvailable',
            )}
          />
          <span>
            <span className={classes.name}>{nameOf(name)}</span>
            <span className={classes.why}>
              {reason && !available
                ? say(reason)
                : `${t('fleet.sources.accessedAs')}: ${t(
                    `fleet.sources.${identityMode}`,
                  )}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { PerCluster, Pod } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { LogChoiceValue } from '../model/chooseLog';
import { useDrawerStyles } from './useDrawerStyles';

/** Props of {@link LogChoice}. @internal */
export interface LogChoiceProps {
  clusters: PerCluster<Pod>[];
  choice: LogChoiceValue;
  onChoose(choice: LogChoiceValue): void;
}

/** Which pod and which container's log is read. @internal */
export function LogChoice(props: LogChoiceProps) {
  const { clusters, choice, onChoose } = props;
  const classes = useDrawerStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const pods = clusters.flatMap(({ cluster, items }) =>
    items.map(pod => ({ cluster, pod })),
  );
  const several = new Set(pods.map(({ cluster }) => cluster)).size > 1;
  const current = pods.findIndex(
    ({ cluster, pod }) =>
      cluster === choice.cluster && pod.name === choice.pod.name,
  );
  return (
    <div className={`${classes.section} ${classes.line}`}>
      <TextField
        select
        size="small"
        variant="outlined"
        InputProps={{ className: classes.small }}
        label={t('entity.log.pod')}
        value={current}
        SelectProps={{
          SelectDisplayProps: { 'aria-label': t('entity.log.pod') },
        }}
        onChange={event => {
          const { cluster, pod } = pods[Number(event.target.value)];
          onChoose({ cluster, pod, container: '' });
        }}
      >
        {pods.map(({ cluster, pod }, index) => (
          <MenuItem key={`${cluster}/${pod.name}`} value={index}>
            {several ? `${cluster} / ${pod.name}` : pod.name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        size="small"
        variant="outlined"
        InputProps={{ className: classes.small }}
        label={t('entity.log.container')}
        value={choice.container}
        SelectProps={{
          SelectDisplayProps: { 'aria-label': t('entity.log.container') },
        }}
        onChange={event =>
          onChoose({ ...choice, container: event.target.value })
        }
      >
        {choice.pod.containers.map(({ name, init }) => (
          <MenuItem key={name} value={name}>
            {init ? t('entity.log.init', { name }) : name}
          </MenuItem>
        ))}
      </TextField>
    </div>
  );
}

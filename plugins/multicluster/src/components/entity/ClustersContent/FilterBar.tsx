import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { EntityTopology } from '@fairway/backstage-plugin-multicluster-common';
import {
  FreshnessDot,
  LiveSnapshot,
  multiclusterPagesTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { forwardRef } from 'react';
import { TabParams } from './useTabParams';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(1.5),
    },
    field: { flex: '1 1 240px', maxWidth: 420 },
    // On a line of its own it would stand out to the left of everything else.
    switch: { marginLeft: -4 },
    small: { fontSize: theme.typography.body2.fontSize },
    freshness: { marginLeft: 'auto' },
  }),
  { name: 'MulticlusterFilterBar' },
);

/** Props of {@link FilterBar}. @internal */
export interface FilterBarProps {
  params: TabParams;
  view: LiveSnapshot<EntityTopology>;
}

/** What of the tree is shown; the reference is the field, for the key that leads to it. @internal */
export const FilterBar = forwardRef<HTMLInputElement, FilterBarProps>(
  function FilterBarWithField(props, field) {
    const { params, view } = props;
    const classes = useStyles();
    const { t } = useTranslationRef(multiclusterPagesTranslationRef);
    return (
      <div className={classes.root}>
        <TextField
          inputRef={field}
          className={classes.field}
          size="small"
          variant="outlined"
          type="search"
          value={params.filter}
          placeholder={t('entity.tree.filterHint')}
          InputProps={{ className: classes.small }}
          inputProps={{ 'aria-label': t('entity.tree.filter') }}
          onChange={event => params.setFilter(event.target.value)}
        />
        <FormControlLabel
          classes={{ root: classes.switch, label: classes.small }}
          control={
            <Switch
              size="small"
              color="primary"
              checked={params.wrongOnly}
              onChange={event => params.setWrongOnly(event.target.checked)}
            />
          }
          label={t('entity.tree.wrongOnly')}
        />
        <span className={classes.freshness}>
          <FreshnessDot view={view} />
        </span>
      </div>
    );
  },
);

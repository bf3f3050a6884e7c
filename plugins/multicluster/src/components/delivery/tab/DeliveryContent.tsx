import { stringifyEntityRef } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import { useEntity } from '@backstage/plugin-catalog-react';
import { HistoryPanel } from './HistoryPanel';
import { PromotionPanel } from './PromotionPanel';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2.5),
    },
  }),
  { name: 'MulticlusterDeliveryContent' },
);

/**
 * The tab of an entity that shows which version is in which environment and what blocks the next step, and its runs.
 *
 * @public
 */
export function DeliveryContent() {
  const { entity } = useEntity();
  const classes = useStyles();
  const entityRef = stringifyEntityRef(entity);
  return (
    <div className={classes.root}>
      <PromotionPanel entityRef={entityRef} />
      <HistoryPanel entityRef={entityRef} />
    </div>
  );
}

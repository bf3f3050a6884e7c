import { InfoCard } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  FreshnessDot,
  FreshnessDotProps,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    // Not every element inside is a Typography, and the page around has a font of its own.
    card: { fontFamily: theme.typography.fontFamily },
    freshness: { display: 'inline-block', padding: theme.spacing(1.5, 1.5, 0) },
  }),
  { name: 'MulticlusterLiveCard' },
);

/** Props of {@link LiveCard}. @internal */
export interface LiveCardProps {
  title: string;
  /** What is shown, which says how old it is. */
  view: FreshnessDotProps['view'];
  className?: string;
  children: ReactNode;
}

/** A card of the page of an entity, with the age of what it shows. @internal */
export function LiveCard(props: LiveCardProps) {
  const { title, view, className = '', children } = props;
  const classes = useStyles();
  return (
    <InfoCard
      title={title}
      titleTypographyProps={{
        component: 'h2',
        variant: 'h6',
        style: { fontFamily: 'inherit', fontWeight: 500 },
      }}
      action={
        <span className={classes.freshness}>
          <FreshnessDot view={view} />
        </span>
      }
      divider={false}
      noPadding
      className={`${classes.card} ${className}`}
    >
      {children}
    </InfoCard>
  );
}

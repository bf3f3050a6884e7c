import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { EntityMatchExplanation } from '@fairway/backstage-plugin-multicluster-common';
import {
  CopyButton,
  multiclusterReasonsTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(0.5),
    },
    code: {
      flex: '0 1 auto',
      padding: theme.spacing(0.75, 1),
      borderRadius: 4,
      border: `1px solid ${theme.palette.divider}`,
      backgroundColor: theme.palette.background.default,
      color: theme.palette.text.primary,
      fontFamily: '"Roboto Mono", "DejaVu Sans Mono", monospace',
      fontSize: 12,
      overflowWrap: 'anywhere',
    },
    where: {
      marginTop: theme.spacing(1.25),
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'MulticlusterSuggestions' },
);

const PLACES = {
  entity: 'entity.match.onEntity',
  template: 'entity.match.onTemplate',
  pipeline: 'entity.match.onPipeline',
} as const;

/** What to add, and where, so that an entity finds its workloads; each ready to copy. @internal */
export function Suggestions(props: {
  suggestions: EntityMatchExplanation['suggestions'];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterReasonsTranslationRef);
  const { suggestions } = props;
  if (suggestions.length === 0) {
    return null;
  }
  return (
    <div>
      {suggestions.map(({ annotation, value, on }) => {
        const text = `${annotation}: ${value}`;
        return (
          <div key={`${on}/${text}`}>
            <div className={classes.where}>{t(PLACES[on])}</div>
            <div className={classes.line}>
              <code className={classes.code}>{text}</code>
              <CopyButton text={text} />
            </div>
          </div>
        );
      })}
    </div>
  );
}

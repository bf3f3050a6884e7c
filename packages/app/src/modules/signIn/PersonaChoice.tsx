import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import CardActions from '@material-ui/core/CardActions';
import CardContent from '@material-ui/core/CardContent';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Persona } from './usePersonas';

const useStyles = makeStyles(theme => ({
  root: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(4),
    padding: theme.spacing(4),
    background: theme.palette.background.default,
    color: theme.palette.text.primary,
  },
  cards: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: theme.spacing(3),
  },
  card: { width: 280, display: 'flex', flexDirection: 'column' },
  text: { flexGrow: 1 },
}));

/** The first screen of the demo. */
export function PersonaChoice(props: {
  personas: Persona[];
  onChoose(name: string): void;
  failed?: string;
}) {
  const { personas, onChoose, failed } = props;
  const classes = useStyles();
  return (
    <main className={classes.root}>
      <div>
        <Typography variant="h3" component="h1" align="center">
          Fairway
        </Typography>
        <Typography align="center" color="textSecondary">
          Whose eyes do you want to look through?
        </Typography>
        {failed && (
          <Typography align="center" role="alert">
            Signing in as {failed} did not work. The catalog may still be
            loading: try again in a few seconds.
          </Typography>
        )}
      </div>
      <div className={classes.cards}>
        {personas.map(persona => (
          <Card key={persona.name} className={classes.card} variant="outlined">
            <CardContent className={classes.text}>
              <Typography variant="h6" component="h2" gutterBottom>
                {persona.title}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {persona.shows}
              </Typography>
            </CardContent>
            <CardActions>
              <Button
                color="primary"
                variant="contained"
                onClick={() => onChoose(persona.name)}
              >
                Sign in as {persona.name}
              </Button>
            </CardActions>
          </Card>
        ))}
      </div>
    </main>
  );
}

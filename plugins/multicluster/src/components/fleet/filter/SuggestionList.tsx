import Paper from '@material-ui/core/Paper';
import { FilterSuggestion } from './filterSuggestions';
import { useFilterStyles } from './useFilterStyles';

/** Props of {@link SuggestionList}. */
export interface SuggestionListProps {
  id: string;
  label: string;
  open: boolean;
  suggestions: FilterSuggestion[];
  active: number;
  onChoose(suggestion: FilterSuggestion): void;
}

/** What could be meant at the caret; the input keeps the focus. */
export function SuggestionList(props: SuggestionListProps) {
  const { id, label, open, suggestions, active, onChoose } = props;
  const classes = useFilterStyles();
  if (!open) {
    return <ul id={id} role="listbox" aria-label={label} hidden />;
  }
  return (
    <Paper
      component="ul"
      elevation={4}
      className={classes.list}
      id={id}
      role="listbox"
      aria-label={label}
    >
      {suggestions.map((suggestion, index) => (
        <li
          key={suggestion.label}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={classes.option}
          // Pressing the mouse would take the focus from the input and close the list before the click.
          onMouseDown={event => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
        >
          {suggestion.label}
        </li>
      ))}
    </Paper>
  );
}

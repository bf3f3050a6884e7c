import Paper from '@material-ui/core/Paper';
import { FilterSuggestion } from './filterSuggestions';
import { useFilterStyles } from './useFilterStyles';

/** Props of {@link SuggestionList}. */
export interface SuggestionListProps {
  id: string;
  label: string;
  /** How filters are written, in one or two sentences. */
  help: string;
  open: boolean;
  suggestions: FilterSuggestion[];
  active: number;
  onChoose(suggestion: FilterSuggestion): void;
}

/** What could be meant at the caret; the input keeps the focus. */
export function SuggestionList(props: SuggestionListProps) {
  const { id, label, help, open, suggestions, active, onChoose } = props;
  const classes = useFilterStyles();
  if (!open) {
    return <ul id={id} role="listbox" aria-label={label} hidden />;
  }
  return (
    <Paper elevation={4} className={classes.list}>
      <ul id={id} role="listbox" aria-label={label} className={classes.options}>
        {suggestions.map((suggestion, index) => (
          <li
            key={suggestion.label}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classes.option}
            tabIndex={-1}
            // On the press and not on the click: the press would take the focus from the input and close the list.
            onMouseDown={event => {
              event.preventDefault();
              onChoose(suggestion);
            }}
          >
            {suggestion.label}
          </li>
        ))}
      </ul>
      <div className={classes.help} aria-hidden>
        {help}
      </div>
    </Paper>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import ClearIcon from '@material-ui/icons/Clear';
import FilterListIcon from '@material-ui/icons/FilterList';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { KeyboardEvent, ReactNode, useId, useRef } from 'react';
import { FilterMirror } from './FilterMirror';
import { FilterProblems } from './FilterProblems';
import { FilterKey, FilterSuggestion } from './filterSuggestions';
import { SuggestionList } from './SuggestionList';
import { useFilterInput } from './useFilterInput';
import { useFilterStyles } from './useFilterStyles';

/** Props of {@link FilterInput}. */
export interface FilterInputProps {
  label: string;
  placeholder: string;
  value: string;
  onChange(value: string): void;
  /** Keys and values to offer; keep the reference while they stay the same. */
  keys: FilterKey[];
  /** On the right: how much the filter leaves. */
  count?: ReactNode;
}

/** An input for filters: coloured as one writes, with suggestions, and with what is wrong named below. */
export function FilterInput(props: FilterInputProps) {
  const { label, placeholder, value, onChange, keys, count } = props;
  const classes = useFilterStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const input = useRef<HTMLInputElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const id = useId();
  const state = useFilterInput(value, onChange, keys);

  const choose = (suggestion: FilterSuggestion) => {
    state.onChoose(suggestion);
    input.current?.focus();
    // The caret can only be placed once the new text is in the input.
    requestAnimationFrame(() =>
      input.current?.setSelectionRange(suggestion.caret, suggestion.caret),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const active = state.open ? state.suggestions[state.active] : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      state.onMove(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (active) {
        choose(active);
      } else {
        state.onApply();
      }
    } else if (event.key === 'Escape' && state.open) {
      event.preventDefault();
      state.onClose();
    }
  };
  const edit = () => {
    const { value: text, selectionStart } = input.current!;
    state.onEdit(text, selectionStart ?? text.length);
  };
  return (
    <div className={classes.root}>
      <div className={classes.frame}>
        <FilterListIcon fontSize="small" className={classes.icon} />
        <div className={classes.field}>
          <FilterMirror ref={mirror} text={state.text} />
          <input
            ref={input}
            className={classes.input}
            type="text"
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            role="combobox"
            aria-label={label}
            aria-expanded={state.open}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-describedby={`${id}-help`}
            aria-activedescendant={
              state.open && state.active >= 0
                ? `${id}-list-${state.active}`
                : undefined
            }
            placeholder={placeholder}
            value={state.text}
            onChange={edit}
            onClick={edit}
            onKeyDown={onKeyDown}
            onBlur={state.onApply}
            onScroll={event => {
              mirror.current!.scrollLeft = event.currentTarget.scrollLeft;
            }}
          />
        </div>
        {state.text && (
          <IconButton
            size="small"
            aria-label={t('fleet.filter.clear')}
            onClick={() => {
              state.onEdit('', 0);
              onChange('');
              input.current?.focus();
            }}
          >
            <ClearIcon fontSize="small" />
          </IconButton>
        )}
        {count !== undefined && <span className={classes.count}>{count}</span>}
      </div>
      <SuggestionList
        id={`${id}-list`}
        label={t('fleet.filter.suggestions')}
        help={t('fleet.filter.help')}
        open={state.open}
        suggestions={state.suggestions}
        active={state.active}
        onChoose={choose}
      />
      <span id={`${id}-help`} hidden>
        {t('fleet.filter.help')}
      </span>
      <FilterProblems text={state.text} caret={state.open ? state.caret : -1} />
    </div>
  );
}

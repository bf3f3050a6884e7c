import { useEffect, useMemo, useRef, useState } from 'react';
import {
  FilterKey,
  FilterSuggestion,
  filterSuggestions,
} from './filterSuggestions';

const APPLY_AFTER_MS = 300;

/** What a filter input shows and does. */
export interface FilterInputState {
  text: string;
  caret: number;
  suggestions: FilterSuggestion[];
  /** Index of the suggestion the arrow keys are at; -1 for none. */
  active: number;
  open: boolean;
  /** Somebody typed or moved the caret. */
  onEdit(text: string, caret: number): void;
  onChoose(suggestion: FilterSuggestion): void;
  /** Applies now, for Enter and for leaving the input. */
  onApply(): void;
  onMove(step: 1 | -1): void;
  onClose(): void;
}

/**
 * State of a filter input: what is being written, and what was applied of it, which lags behind so that a list is not read
 * anew for each key.
 *
 * @param value - the applied filter; when it changes from outside, the text follows
 */
export function useFilterInput(
  value: string,
  onChange: (value: string) => void,
  keys: FilterKey[],
): FilterInputState {
  const [text, setText] = useState(value);
  const [caret, setCaret] = useState(value.length);
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const applied = useRef(value);

  useEffect(() => {
    if (value !== applied.current) {
      applied.current = value;
      setText(value);
    }
  }, [value]);

  const apply = (next: string) => {
    if (next.trim() !== applied.current) {
      applied.current = next.trim();
      onChange(applied.current);
    }
  };
  const latest = useRef(apply);
  latest.current = apply;
  useEffect(() => {
    const timer = setTimeout(() => latest.current(text), APPLY_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);

  const suggestions = useMemo(
    () => (open ? filterSuggestions(text, caret, keys) : []),
    [open, text, caret, keys],
  );
  const edit = (next: string, at: number) => {
    setText(next);
    setCaret(at);
    setActive(-1);
    setOpen(true);
  };
  return {
    text,
    caret,
    suggestions,
    active,
    open: open && suggestions.length > 0,
    onEdit: edit,
    onChoose: chosen => edit(chosen.text, chosen.caret),
    onApply: () => {
      setOpen(false);
      apply(text);
    },
    onMove: step => {
      const count = suggestions.length + 1;
      setOpen(true);
      // -1 is a stop of its own: back in the text, with nothing chosen.
      setActive(current => ((current + 1 + step + count) % count) - 1);
    },
    onClose: () => setOpen(false),
  };
}

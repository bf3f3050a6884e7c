import { forwardRef } from 'react';
import { filterSpans } from './filterSpans';
import { useFilterStyles } from './useFilterStyles';

/** The text of a filter in colours, behind the input whose own text is transparent. */
export const FilterMirror = forwardRef<HTMLDivElement, { text: string }>(
  function Mirror({ text }, ref) {
    const classes = useFilterStyles();
    const look = { key: classes.key, not: classes.not, value: '', blank: '' };
    return (
      <div ref={ref} className={classes.mirror} aria-hidden>
        {filterSpans(text).map(span => (
          <span
            key={span.start}
            className={`${look[span.kind]} ${span.wrong ? classes.wrong : ''}`}
          >
            {span.text}
          </span>
        ))}
      </div>
    );
  },
);

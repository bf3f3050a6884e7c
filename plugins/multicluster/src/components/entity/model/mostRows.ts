/** Groups of clusters up to this size are shown row by row. @internal */
export const MOST_ROWS = 12;

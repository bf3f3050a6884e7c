/** How many milliseconds somebody takes on one side of an effect. */
export type Delay = (when: 'before' | 'after') => number;

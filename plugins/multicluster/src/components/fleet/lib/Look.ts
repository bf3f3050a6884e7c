/** How urgent something looks; mapped to colours of the theme. */
export type LookTone = 'ok' | 'run' | 'warn' | 'bad' | 'hold' | 'stale';

/** Outline of a state, so that colour never stands alone. */
export type LookShape =
  | 'check'
  | 'half'
  | 'pause'
  | 'triangle'
  | 'octagon'
  | 'clock'
  | 'out'
  | 'question';

/** Shape and colour of a state. The word stands beside it or in its label. */
export interface Look {
  tone: LookTone;
  shape: LookShape;
}

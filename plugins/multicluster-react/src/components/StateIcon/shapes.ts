import { StateShape } from '../../state';

/** A stroke of a shape: its path on 18 by 18, and the width of its line; 0 fills it. @internal */
export interface Stroke {
  d: string;
  width: number;
  /** Takes the colour of the paper, so that it is cut out of what is filled. */
  cut?: true;
  dash?: true;
}

const DISC: Stroke = { d: 'M9 1a8 8 0 1 0 0 16 8 8 0 1 0 0-16z', width: 0 };
const CIRCLE = 'M9 2a7 7 0 1 0 0 14 7 7 0 1 0 0-14z';
const RING: Stroke = { d: CIRCLE, width: 2 };
const DASHED: Stroke = { d: CIRCLE, width: 2, dash: true };

/** What each shape is made of. @internal */
export const shapes: Record<StateShape, Stroke[]> = {
  ok: [DISC, { d: 'M5.2 9.3l2.6 2.6 5-5.4', width: 1.9, cut: true }],
  applied: [RING, { d: 'M5.6 9.2l2.4 2.4 4.4-4.8', width: 1.8 }],
  run: [RING, { d: 'M9 2a7 7 0 0 1 0 14z', width: 0 }],
  pending: [RING, { d: 'M4.8 9h2M8 9h2M11.2 9h2', width: 2 }],
  hold: [DISC, { d: 'M6.8 5.5v7M11.2 5.5v7', width: 2, cut: true }],
  warn: [
    { d: 'M9 1.5l8 14.5H1z', width: 0 },
    { d: 'M9 6.5v4.6M9 12.6v1.8', width: 1.8, cut: true },
  ],
  bad: [
    { d: 'M5.6 1h6.8L17 5.6v6.8L12.4 17H5.6L1 12.4V5.6z', width: 0 },
    { d: 'M6 6l6 6M12 6l-6 6', width: 1.9, cut: true },
  ],
  stale: [DASHED, { d: 'M9 5.2V9l2.6 1.8', width: 1.7 }],
  unknown: [
    DASHED,
    { d: 'M7 7.4a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.2M9 12v1.4', width: 1.6 },
  ],
  zero: [RING],
  stop: [RING, { d: 'M6.5 6.5h5v5h-5z', width: 0 }],
  skip: [
    RING,
    { d: 'M5.6 6.2L8.4 9l-2.8 2.8M9.4 6.2L12.2 9l-2.8 2.8', width: 1.6 },
  ],
  back: [RING, { d: 'M12.5 9h-6M9 6L6 9l3 3', width: 1.7 }],
  out: [RING, { d: 'M5.5 9h6M9 6l3 3-3 3', width: 1.7 }],
};

import { StateShape } from '@fairway/backstage-plugin-multicluster-react';

const disc = 'M9 1a8 8 0 1 0 0 16a8 8 0 1 0 0-16z';
const hole = 'M9 3a6 6 0 1 0 0 12a6 6 0 1 0 0-12z';

/**
 * Outlines for tiles, on a field of 18 by 18, filled even-odd: one path each, because 500 tiles must stay below 3,000
 * nodes. Absent: a tile that is well is a plain square, so that a healthy fleet is quiet.
 */
export const tilePaths: Partial<Record<StateShape, string>> = {
  run: `${disc}M9 3a6 6 0 0 0 0 12z`,
  pending: `${disc}${hole}M9 7a2 2 0 1 0 0 4a2 2 0 1 0 0-4z`,
  hold: `${disc}M6 5.5h2v7h-2zM10 5.5h2v7h-2z`,
  warn: 'M9 1.5l8 14.5H1zM8 6.5h2v4.6H8zM8 12.4h2v1.8H8z',
  bad: 'M5.6 1h6.8L17 5.6v6.8L12.4 17H5.6L1 12.4V5.6zM9 7.6L11.5 5.1L12.9 6.5L10.4 9L12.9 11.5L11.5 12.9L9 10.4L6.5 12.9L5.1 11.5L7.6 9L5.1 6.5L6.5 5.1z',
  stale: `${disc}${hole}M8.1 5h1.8v3.6l2.4 1.7l-1 1.5l-3.2-2.3z`,
  unknown: `${disc}${hole}M6.4 7a2.6 2.6 0 1 1 3.5 2.4v1h-1.8v-1.8a.9.9 0 1 0 0-1.6zM8.1 11.4h1.8v1.8h-1.8z`,
  zero: `${disc}${hole}`,
  out: `${disc}${hole}M4.5 8.1h4.4L7.1 6.3L8.4 5L12.4 9L8.4 13L7.1 11.7L8.9 9.9H4.5z`,
};

import {
  PlacedNowhere,
  Sentence,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';

/** What became of what a pipeline applied to a control plane. */
export interface Deployed {
  /** What no policy selects, so that it is on no cluster. */
  placedNowhere: PlacedNowhere[];
  /** What is placed and in trouble there, worst first: it outranks what the tool says of its runs. */
  troubles: Array<Sentence & { tone: Tone }>;
}

/** Nothing of it is known, or all is well. */
export const NOTHING_DEPLOYED: Deployed = { placedNowhere: [], troubles: [] };

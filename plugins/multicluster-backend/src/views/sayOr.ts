import { Sentence } from '@fairway/backstage-plugin-multicluster-common';

/**
 * What a source says, or a sentence of ours when its rule fails: an object that no rule foresaw must not take down the page
 * of everything around it.
 */
export function sayOr(say: () => Sentence, otherwise: Sentence): Sentence {
  try {
    return say();
  } catch {
    return otherwise;
  }
}

import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { nameOfRef } from '../model/nameOfRef';
import { Shortfall } from '../rules/quorum/Shortfall';

/** Who is missing for a policy to be met. */
export function sentenceOfShortfall(missing: Shortfall): Sentence {
  const { needed, found, of } = missing;
  return of.length === 0
    ? sentence('approval.missing.nobody')
    : sentence('approval.missing.of', {
        count: needed,
        found,
        who: of.map(nameOfRef).join(', '),
      });
}

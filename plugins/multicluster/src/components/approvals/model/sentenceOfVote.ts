import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

const SAID: Record<string, string> = {
  'policy-changed': 'approval.vote.policyChanged',
  'subject-changed': 'approval.vote.subjectChanged',
  replaced: 'approval.vote.replaced',
  IS_AUTHOR: 'approval.vote.separated',
  IS_REQUESTER: 'approval.vote.separated',
};

/**
 * Why a vote does not count any more, in words for everybody who reads it: it is stored as a word, or as the code that its voter
 * would be refused with now.
 */
export function sentenceOfVote(reason: string): Sentence {
  return sentence(SAID[reason] ?? 'approval.vote.notEligible');
}

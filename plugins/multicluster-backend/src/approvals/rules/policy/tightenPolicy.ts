import { InputError } from '@backstage/errors';
import { QuorumRule } from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalPolicy } from '../../model/ApprovalPolicy';
import { everybodyOf } from './everybodyOf';
import { fullRef } from './fullRef';
import { stricterOf } from './stricterOf';

/**
 * A policy as an entity tightens it: `atLeast=2` (different people of those who count), `group=<ref>` (a member of it, too),
 * `comment=required`, `unpinned=refuse`, `subject=complete`, `separation=strict`; comma-separated. It is joined with the platform's
 * by {@link stricterOf}, so that nothing an entity writes makes anything looser.
 *
 * @throws InputError for a word that is not known: who meant to tighten must not be passed over
 */
export function tightenPolicy(
  policy: ApprovalPolicy,
  annotation: string,
): ApprovalPolicy {
  return annotation
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '')
    .reduce((so, word) => stricterOf(so, asked(so, word)), policy);
}

function asked(policy: ApprovalPolicy, word: string): ApprovalPolicy {
  const [, key, value] = /^([A-Za-z]+)=(.+)$/.exec(word) ?? [];
  switch (key === 'group' || key === 'atLeast' ? key : word) {
    case 'atLeast':
      return { ...policy, require: readAtLeast(policy, value) };
    case 'group':
      return {
        ...policy,
        require: { atLeast: 1, of: { groups: [readGroup(value)] } },
      };
    case 'comment=required':
      return { ...policy, comment: 'required' };
    case 'unpinned=refuse':
      return { ...policy, subject: { ...policy.subject, unpinned: 'refuse' } };
    case 'subject=complete':
      return { ...policy, subject: { ...policy.subject, complete: true } };
    case 'separation=strict':
      return {
        ...policy,
        separation: { requester: true, author: true, unmappedAuthor: 'block' },
      };
    default:
      throw new InputError(`'${word}' tightens nothing that is known`);
  }
}

function readAtLeast(policy: ApprovalPolicy, value: string): QuorumRule {
  const atLeast = Number(value);
  if (!Number.isInteger(atLeast) || atLeast < 1 || atLeast > 100) {
    throw new InputError(`'atLeast=${value}' is no number of people`);
  }
  return { atLeast, of: everybodyOf(policy.require) };
}

function readGroup(value: string): string {
  try {
    return fullRef(value, 'group');
  } catch {
    throw new InputError(`'group=${value}' is no group`);
  }
}

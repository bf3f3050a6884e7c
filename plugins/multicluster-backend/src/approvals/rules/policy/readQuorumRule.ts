import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  QuorumRule,
  VoterSet,
} from '@fairway/backstage-plugin-multicluster-common';
import { fullRef } from './fullRef';

const DEEPEST = 8;

/**
 * Who has to agree, as a policy says it.
 *
 * @throws InputError that names what is wrong: a rule that says nothing, says two things at once, or that its own users can
 * never meet
 */
export function readQuorumRule(config: Config, depth = 0): QuorumRule {
  if (depth > DEEPEST) {
    throw new InputError(`require is nested deeper than ${DEEPEST}`);
  }
  const kinds = (['atLeast', 'all', 'any'] as const).filter(key =>
    config.has(key),
  );
  if (kinds.length !== 1) {
    throw new InputError(
      'a rule of require has exactly one of atLeast, all and any',
    );
  }
  const [kind] = kinds;
  if (kind === 'atLeast') {
    return readLeaf(config);
  }
  const parts = config
    .getConfigArray(kind)
    .map(part => readQuorumRule(part, depth + 1));
  if (parts.length === 0) {
    throw new InputError(`'${kind}' of require names no rule`);
  }
  return kind === 'all' ? { all: parts } : { any: parts };
}

function readLeaf(config: Config): QuorumRule {
  const atLeast = config.getNumber('atLeast');
  if (!Number.isInteger(atLeast) || atLeast < 1) {
    throw new InputError(`atLeast is a whole number from 1, not ${atLeast}`);
  }
  const of = readSet(config.getConfig('of'));
  if (!of.owners && !of.groups && atLeast > (of.users?.length ?? 0)) {
    throw new InputError(
      `atLeast ${atLeast} of ${of.users?.length ?? 0} users can never be met`,
    );
  }
  return { atLeast, of };
}

function readSet(config: Config): VoterSet {
  const refs = (key: string, kind: string) => [
    ...new Set(
      (config.getOptionalStringArray(key) ?? []).map(ref => fullRef(ref, kind)),
    ),
  ];
  const owners = config.getOptionalBoolean('owners') ?? false;
  const groups = refs('groups', 'group');
  const users = refs('users', 'user');
  return {
    ...(owners && { owners }),
    ...(groups.length > 0 && { groups }),
    ...(users.length > 0 && { users }),
  };
}

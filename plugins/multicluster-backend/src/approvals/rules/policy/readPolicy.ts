import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { ApprovalPolicy } from '../../model/ApprovalPolicy';
import { builtInPolicy } from './builtInPolicy';
import { fullRef } from './fullRef';
import { oneOf } from './oneOf';
import { readBreakGlass } from './readBreakGlass';
import { readQuorumRule } from './readQuorumRule';
import { readWaves } from './readWaves';
import { readWindows } from './readWindows';

/**
 * One of `multicluster.approvals.policies`.
 *
 * @throws InputError that says what is wrong, without the key of the policy
 */
export function readPolicy(
  config: Config,
  name: string,
  options: { production: boolean },
): ApprovalPolicy {
  const base = builtInPolicy(options);
  const breakGlass = readBreakGlass(config);
  const waves = readWaves(config);
  return {
    ...base,
    name,
    builtIn: false,
    require: readQuorumRule(config.getConfig('require')),
    rejections: readRejections(config),
    ...readStrictness(config, base),
    ...(config.has('expiresAfter') && {
      expiresAfterMs: readMs(config, 'expiresAfter'),
    }),
    remindAt: readPercents(config) ?? base.remindAt,
    recallMs: config.has('recall') ? readMs(config, 'recall') : base.recallMs,
    windows: readWindows(config),
    overrun: config.getOptionalBoolean('overrun') ?? base.overrun,
    supersede: oneOf(config, 'supersede', ['latest', 'queue'], base.supersede),
    comment: oneOf(
      config,
      'comment',
      ['optional', 'required', 'on-reject'],
      base.comment,
    ),
    ...(breakGlass && { breakGlass }),
    exempt: readExempt(config, base),
    ...(waves && { waves }),
    escalate: (config.getOptionalStringArray('escalate') ?? []).map(ref =>
      fullRef(ref, 'group'),
    ),
  };
}

function readRejections(config: Config): number {
  const rejections = config.getOptionalNumber('rejections') ?? 1;
  if (!Number.isInteger(rejections) || rejections < 1) {
    throw new InputError('rejections is a whole number from 1');
  }
  return rejections;
}

function readStrictness(
  config: Config,
  base: ApprovalPolicy,
): Pick<ApprovalPolicy, 'separation' | 'subject'> {
  const flag = (key: string, otherwise: boolean) =>
    config.getOptionalBoolean(key) ?? otherwise;
  return {
    separation: {
      requester: flag('separation.requester', base.separation.requester),
      author: flag('separation.author', base.separation.author),
      unmappedAuthor: oneOf(
        config,
        'separation.unmappedAuthor',
        ['block', 'allow'],
        base.separation.unmappedAuthor,
      ),
    },
    subject: {
      complete: flag('subject.complete', base.subject.complete),
      unpinned: oneOf(
        config,
        'subject.unpinned',
        ['allow', 'refuse'],
        base.subject.unpinned,
      ),
    },
  };
}

function readExempt(
  config: Config,
  { exempt }: ApprovalPolicy,
): ApprovalPolicy['exempt'] {
  const flag = (key: keyof ApprovalPolicy['exempt']) =>
    config.getOptionalBoolean(`exempt.${key}`) ?? exempt[key];
  return {
    replicas: flag('replicas'),
    failover: flag('failover'),
    return: flag('return'),
  };
}

function readPercents(config: Config): number[] | undefined {
  const percents = config.getOptional<number[]>('remindAt');
  if (percents === undefined) {
    return undefined;
  }
  if (
    !Array.isArray(percents) ||
    percents.some(one => !Number.isInteger(one) || one < 1 || one > 99)
  ) {
    throw new InputError('remindAt is a list of percents from 1 to 99');
  }
  return [...new Set(percents)].sort((a, b) => a - b);
}

function readMs(config: Config, key: string): number {
  return durationToMilliseconds(readDurationFromConfig(config, { key }));
}

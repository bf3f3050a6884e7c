import { QuorumRule } from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalPolicy, ApprovalWindow } from '../../model/ApprovalPolicy';
import { canonicalJson } from '../digest/canonicalJson';
import { ruleInOrder } from './ruleInOrder';

const COMMENTS: ReadonlyArray<ApprovalPolicy['comment']> = [
  'optional',
  'on-reject',
  'required',
];

/**
 * What satisfies it satisfies both. For a request whose policy changed while it waits (E25), and for what an entity asks beyond
 * its platform. What makes nothing stricter, such as a name or reminders, is as in the second.
 */
export function stricterOf(
  old: ApprovalPolicy,
  now: ApprovalPolicy,
): ApprovalPolicy {
  const { expiresAfterMs: _, breakGlass: __, waves: ___, ...rest } = now;
  const expires = [old.expiresAfterMs, now.expiresAfterMs].filter(
    (ms): ms is number => ms !== undefined,
  );
  const breakGlass = stricterBreakGlass(old.breakGlass, now.breakGlass);
  const waves = now.waves ?? old.waves;
  const person = [old, now].some(policy => policy.waves?.next === 'person');
  return {
    ...rest,
    builtIn: old.builtIn && now.builtIn,
    require: bothRules(old.require, now.require),
    rejections: Math.min(old.rejections, now.rejections),
    separation: {
      requester: old.separation.requester || now.separation.requester,
      author: old.separation.author || now.separation.author,
      unmappedAuthor: [old, now].some(
        policy => policy.separation.unmappedAuthor === 'block',
      )
        ? 'block'
        : 'allow',
    },
    subject: {
      complete: old.subject.complete || now.subject.complete,
      unpinned: [old, now].some(policy => policy.subject.unpinned === 'refuse')
        ? 'refuse'
        : 'allow',
    },
    ...(expires.length > 0 && { expiresAfterMs: Math.min(...expires) }),
    recallMs: Math.max(old.recallMs, now.recallMs),
    windows: bothWindows(old.windows, now.windows),
    overrun: old.overrun && now.overrun,
    comment:
      COMMENTS[
        Math.max(COMMENTS.indexOf(old.comment), COMMENTS.indexOf(now.comment))
      ],
    ...(breakGlass && { breakGlass }),
    exempt: {
      replicas: old.exempt.replicas && now.exempt.replicas,
      failover: old.exempt.failover && now.exempt.failover,
      return: old.exempt.return && now.exempt.return,
    },
    ...(waves && {
      waves: { ...waves, next: person ? 'person' : 'healthy' },
    }),
    escalate: [...new Set([...old.escalate, ...now.escalate])],
  };
}

/** The same rule twice is one, and so is one that asks for fewer of the same: a policy that changed back and forth must not grow. */
function bothRules(old: QuorumRule, now: QuorumRule): QuorumRule {
  const parts = new Map<string, QuorumRule>();
  for (const rule of [old, now].flatMap(partsOf)) {
    const inOrder = ruleInOrder(rule);
    const key = canonicalJson('atLeast' in inOrder ? inOrder.of : inOrder);
    const other = parts.get(key);
    parts.set(key, other ? strongerOf(other, rule) : rule);
  }
  const rules = [...parts.values()];
  return rules.length === 1 ? rules[0] : { all: rules };
}

function partsOf(rule: QuorumRule): QuorumRule[] {
  return 'all' in rule ? rule.all : [rule];
}

/** Of two rules about the same set of people. */
function strongerOf(one: QuorumRule, other: QuorumRule): QuorumRule {
  return 'atLeast' in one && 'atLeast' in other && other.atLeast > one.atLeast
    ? other
    : one;
}

/** Freezes of both; and openings of both, where one of each has to hold. */
function bothWindows(
  old: ApprovalWindow[],
  now: ApprovalWindow[],
): ApprovalWindow[] {
  // As the old ones are written: those of the new that say the same in another order are the same.
  const sets = distinct([...openings(old), ...openings(now)], keyOf);
  const freezes = distinct(
    [...old, ...now].filter(({ kind }) => kind === 'deny'),
    window => keyOf([window]),
  );
  return [
    ...sets.flatMap((windows, set) =>
      windows.map(({ set: _, ...window }) => ({
        ...window,
        ...(set > 0 && { set }),
      })),
    ),
    ...freezes,
  ];
}

/** The first of each key, in their order. */
function distinct<T>(items: readonly T[], keyOfItem: (item: T) => string): T[] {
  const found = new Map<string, T>();
  for (const item of items) {
    const key = keyOfItem(item);
    found.set(key, found.get(key) ?? item);
  }
  return [...found.values()];
}

/** The order of alternatives, and of days, says nothing. */
function keyOf(windows: ApprovalWindow[]): string {
  const texts = windows.map(({ set: _, days, ...window }) =>
    canonicalJson({ ...window, ...(days && { days: [...days].sort() }) }),
  );
  return texts.sort().join();
}

function openings(windows: ApprovalWindow[]): ApprovalWindow[][] {
  const sets = new Map<number, ApprovalWindow[]>();
  for (const window of windows.filter(({ kind }) => kind === 'allow')) {
    const { set = 0 } = window;
    sets.set(set, [...(sets.get(set) ?? []), window]);
  }
  return [...sets.values()];
}

/** Offered only by both; a ticket has to have both forms. */
function stricterBreakGlass(
  old: ApprovalPolicy['breakGlass'],
  now: ApprovalPolicy['breakGlass'],
): ApprovalPolicy['breakGlass'] {
  if (!old || !now) {
    return undefined;
  }
  const [ticket, ...alsoTickets] = new Set(
    [old, now].flatMap(glass => [
      ...(glass.ticket === undefined ? [] : [glass.ticket]),
      ...(glass.alsoTickets ?? []),
    ]),
  );
  return {
    reviewWithinMs: Math.min(old.reviewWithinMs, now.reviewWithinMs),
    ...(ticket !== undefined && { ticket }),
    ...(alsoTickets.length > 0 && { alsoTickets }),
  };
}

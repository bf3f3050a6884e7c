import {
  SchedulingReason,
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { SchedulingFailure } from '../native/BindingNative';
import { FitError, parseFitError } from './parseFitError';

/** {@inheritDoc explainScheduling} @internal */
export interface SchedulingExplanation {
  /** Parts of a sentence. */
  said: Sentence[];
  reasons: SchedulingReason[];
}

/**
 * What the Scheduled condition says, for a person. A text we do not know is passed on as it is.
 *
 * @param wanted - copies that were to be placed
 * @internal
 */
export function explainScheduling(
  { reason, msg }: SchedulingFailure,
  wanted: number,
): SchedulingExplanation {
  const fit = parseFitError(msg);
  if (fit && fit.reasons.length > 0) {
    return { said: fitParts(fit), reasons: fit.reasons };
  }
  const quota = quotaPart(reason, msg);
  if (quota) {
    return explain('quota', msg, quota);
  }
  if (reason === 'Unschedulable') {
    const available = msg.match(/available replicas (\d+) are not enough/)?.[1];
    return explain(
      'capacity',
      msg,
      available === undefined
        ? sentence('placement.reasons.capacityUnknown', { wanted })
        : sentence('placement.reasons.capacity', { available, wanted }),
    );
  }
  // Unsatisfied spread constraints come as SchedulerError, not as a fit error. Clusters are many there, regions one.
  const field = msg.match(
    /number of (?:feasible )?(\w+?)s? is less than (?:the \w+ )?spreadConstraint/,
  )?.[1];
  if (field) {
    return explain(
      'spread',
      msg,
      sentence('placement.reasons.spread', { field }),
    );
  }
  return explain(
    'other',
    msg,
    sentence('placement.reasons.other', { text: msg || reason }),
  );
}

function explain(
  kind: string,
  text: string,
  said: Sentence,
): SchedulingExplanation {
  // How many clusters it concerns is not said: the count is of the reason itself.
  return { said: [said], reasons: [{ count: 0, kind, text }] };
}

function quotaPart(reason: string, msg: string): Sentence | undefined {
  const match = msg.match(
    /FederatedResourceQuota\(([^)]+)\) exceeded for resource (\S+): requested sum (\S+), limit ([^\s,]+?)\.?$/,
  );
  if (match) {
    const [, quota, resource, requested, limit] = match;
    return sentence('placement.reasons.quota', {
      quota,
      resource,
      requested,
      limit,
    });
  }
  return reason === 'QuotaExceeded'
    ? sentence('placement.reasons.quotaUnknown', { text: msg })
    : undefined;
}

/** "2 of 3 clusters have an untolerated taint, 1 lacks the API". */
function fitParts({ total, reasons }: FitError): Sentence[] {
  const byKind = new Map<string, SchedulingReason>();
  for (const reason of reasons) {
    const key = reason.kind === 'other' ? reason.text : reason.kind;
    const same = byKind.get(key);
    byKind.set(
      key,
      same ? { ...same, count: same.count + reason.count } : reason,
    );
  }
  return [...byKind.values()].map(({ kind, count, text }, index) =>
    sentence(`placement.reason${index === 0 ? 'First' : ''}.${kind}`, {
      count,
      total,
      text: text.replace(/^cluster\(s\) /, ''),
    }),
  );
}

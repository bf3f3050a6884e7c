import { status } from '@grpc/grpc-js';
import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { PipecdError } from '../wire/PipecdError';
import { Acting } from './Acting';
import { outcome } from './outcome';

/** Statuses after which it is not known whether the control plane took what it was sent. */
const UNKNOWN_END: number[] = [
  status.UNAVAILABLE,
  status.DEADLINE_EXCEEDED,
  status.CANCELLED,
  status.UNKNOWN,
  status.INTERNAL,
  status.ABORTED,
  status.DATA_LOSS,
];

/**
 * What a control plane's refusal comes to.
 *
 * @remarks
 * PipeCD tells its refusals apart by text alone: under PERMISSION_DENIED stand the list of approvers, the role and the project.
 * The list itself is not repeated; it may be that of another project.
 *
 * @param written - the call was one that changes something; a read that fails leaves everything as it was
 * @internal
 */
export function explainError(
  error: PipecdError,
  acting: Acting,
  written: boolean,
): ActionResult {
  const { grpc, details, sent } = error;
  switch (grpc) {
    case status.PERMISSION_DENIED:
      return explainDenied(details, acting);
    case status.FAILED_PRECONDITION:
      return explainPrecondition(details, acting);
    case status.NOT_FOUND:
      return outcome.refused(
        acting,
        'not-found',
        sentence('pipecd.act.notFound'),
      );
    case status.INVALID_ARGUMENT:
      return /belong/.test(details)
        ? explainDenied(details, acting)
        : outcome.refused(
            acting,
            'invalid-input',
            sentence('pipecd.act.invalid', { detail: details }),
          );
    case status.UNIMPLEMENTED:
      return outcome.refused(
        acting,
        'unsupported',
        sentence('pipecd.gap.notServed', { call: error.call }),
      );
    case status.UNAUTHENTICATED:
      return outcome.failed(
        acting,
        'not-authenticated',
        sentence('pipecd.act.signIn'),
        false,
      );
    default:
      return written && sent && UNKNOWN_END.includes(grpc)
        ? outcome.ambiguous(acting)
        : outcome.failed(
            acting,
            'upstream-unavailable',
            sentence('pipecd.act.unavailable'),
            true,
          );
  }
}

function explainDenied(details: string, acting: Acting): ActionResult {
  const { user } = acting;
  if (user !== undefined && /not in the approver list/.test(details)) {
    return outcome.refused(
      acting,
      'not-approver',
      sentence('pipecd.act.notApprover', { user }),
    );
  }
  if (/belong/.test(details)) {
    return outcome.refused(
      acting,
      'not-permitted',
      sentence('pipecd.act.otherProject'),
    );
  }
  return outcome.refused(
    acting,
    'not-permitted',
    user === undefined
      ? sentence('pipecd.act.keyRole')
      : sentence('pipecd.act.role', { user }),
  );
}

function explainPrecondition(details: string, acting: Acting): ActionResult {
  if (/not found/.test(details)) {
    return outcome.refused(
      acting,
      'not-found',
      sentence('pipecd.act.notFound'),
    );
  }
  if (/approve/i.test(details) && /completed/.test(details)) {
    return outcome.refused(
      acting,
      'already-decided',
      sentence('pipecd.act.decided'),
    );
  }
  if (/completed/.test(details)) {
    return outcome.refused(acting, 'conflict', sentence('pipecd.act.over'));
  }
  return outcome.refused(
    acting,
    'gate-closed',
    sentence('pipecd.act.invalid', { detail: details }),
  );
}

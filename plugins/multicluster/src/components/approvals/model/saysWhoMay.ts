import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';

/**
 * Whether it depends on the reader that they may not vote. Where nobody may, the sentence of the request says so already, and why
 * this reader may not would be the same once more.
 *
 * @internal
 */
export function saysWhoMay(
  request: Pick<ApprovalRequest, 'state' | 'sentence'>,
): boolean {
  return (
    request.state !== 'pending' ||
    request.sentence.code === 'approval.waiting.more'
  );
}

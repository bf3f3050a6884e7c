import { QuorumRule } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../../model/RequestRecord';
import { everybodyOf } from './everybodyOf';

/**
 * Who has to agree to a request: as its policy says, and as many people as the tool waits for. With fewer it would be decided here,
 * where nobody could vote any more, and never there.
 */
export function requiredOf({
  policy: { require },
  detail: { toolNeeds = 1 },
}: {
  policy: Pick<RequestRecord['policy'], 'require'>;
  detail: Pick<RequestRecord['detail'], 'toolNeeds'>;
}): QuorumRule {
  if (toolNeeds <= 1) {
    return require;
  }
  return 'atLeast' in require
    ? { ...require, atLeast: Math.max(require.atLeast, toolNeeds) }
    : { all: [require, { atLeast: toolNeeds, of: everybodyOf(require) }] };
}

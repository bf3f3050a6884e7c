import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { LaneProblem } from '@fairway/backstage-plugin-multicluster-node';
import { problemSentence } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { PipecdError } from '../wire/PipecdError';

/**
 * What a failed read comes to, in words.
 *
 * @param resting - the connection was lost at this request again and again
 * @internal
 */
export function laneProblem(
  error: PipecdError,
  subject: string,
  resting = false,
): LaneProblem {
  const { problem: code, details } = error;
  if (resting) {
    return { code, sentence: sentence('pipecd.problem.drops', { subject }) };
  }
  if (code === 'not-an-api') {
    return {
      code,
      sentence: sentence('pipecd.problem.notPipecd', { subject }),
    };
  }
  const detail = details === '' ? undefined : details;
  return { code, sentence: problemSentence(code, { subject, detail }) };
}

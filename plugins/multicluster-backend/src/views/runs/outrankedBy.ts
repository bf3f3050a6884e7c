import { Sentence, Tone } from '@fairway/backstage-plugin-multicluster-common';
import { Deployed } from './Deployed';
import { deployedSentences } from './deployedSentences';
import { RunRecord } from './RunRecord';
import { worstFirst } from './worstFirst';

/** By what the success of a run is outranked: what it delivered is not well, or nowhere, where that runs. */
export function outrankedBy(
  run: Pick<RunRecord, 'derived'> | undefined,
  deployed: Deployed | undefined,
): { deployed?: Sentence & { tone: Tone } } {
  if (run?.derived.status !== 'succeeded' || !deployed) {
    return {};
  }
  const [worst] = worstFirst(deployedSentences(deployed));
  return worst ? { deployed: worst } : {};
}

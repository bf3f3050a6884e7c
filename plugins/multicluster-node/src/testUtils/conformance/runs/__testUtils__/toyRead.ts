import { DerivedRun, ReadGateRequest } from '../../../../contract';
import { Flaws } from './flaws';
import { toyDerive } from './toyDerive';
import { projectRun } from './toyProject';
import { ToyTool } from './ToyTool';

/** Reads a run of the toy tool anew, with its gates. */
export function toyRead(
  tool: ToyTool,
  { run: stored, derived }: ReadGateRequest,
  flaws: Flaws,
): DerivedRun | undefined {
  if (flaws.has('takes what was observed for now')) {
    return derived;
  }
  if (!tool.reachable) {
    if (flaws.has('reads nothing as none')) {
      return undefined;
    }
    throw new Error('The toy tool cannot be reached');
  }
  const run = tool.runs.get(stored.key);
  if (!run) {
    return flaws.has('knows every run') ? derived : undefined;
  }
  return toyDerive(
    {
      run: projectRun(run, stored.pipelineName, flaws),
      gates: [],
      ahead: [],
      previous: derived,
      now: Date.now(),
    },
    flaws,
  );
}

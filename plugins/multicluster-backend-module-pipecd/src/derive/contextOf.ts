import { IdentityMode } from '@fairway/backstage-plugin-multicluster-common';
import { DeriveRunInput } from '@fairway/backstage-plugin-multicluster-node';
import { PipecdRun } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { allStageTimes } from './allStageTimes';
import { causeOf } from './causeOf';
import { evidentlyOffline } from './evidentlyOffline';
import { phaseOf } from './phaseOf';
import { remember } from './remember';
import { RunContext } from './RunContext';

/** Puts together what the rules of a run read. @internal */
export function contextOf(
  input: DeriveRunInput<PipecdRun>,
  identityModes: IdentityMode[],
): RunContext {
  const { native, agentKey } = input.run;
  const { agent } = input;
  const memory = remember(input);
  const offlineSince = evidentlyOffline(input);
  const cause = causeOf(native);
  const exitedStage = native.stages.find(
    ({ status }) => status === StageStatus.EXITED,
  )?.name;
  return {
    input,
    native,
    phase: phaseOf(native.status),
    ...(cause && { cause }),
    memory,
    times: allStageTimes(native, memory),
    agentName: agent?.name || agentKey || 'piped',
    ...(offlineSince !== undefined && { offlineSince }),
    ...(exitedStage && { exitedStage }),
    identityModes,
  };
}

import { PipecdRun, PipecdStage } from '../native/PipecdRun';
import { gateApprovals } from './gateApprovals';

/** Who approved a gate without being on its list, where it has one: older control planes let them pass. @internal */
export function unlistedApprovers(
  stage: PipecdStage,
  generation: PipecdRun['generation'],
): string[] {
  const { gate, approvers = [] } = stage;
  return gate && approvers.length > 0
    ? gateApprovals(stage, generation)
        .map(({ name }) => name)
        .filter(name => !approvers.includes(name))
    : [];
}

import { status } from '@grpc/grpc-js';
import { RunsWorld } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { SimulatedPipecd } from './SimulatedPipecd';

/** What can go wrong with the embedded PipeCD. */
export function worldFaults(
  simulated: SimulatedPipecd,
): Pick<
  Required<RunsWorld>,
  | 'moveBetweenPages'
  | 'breakLists'
  | 'cutOff'
  | 'hang'
  | 'revoke'
  | 'loseAnswers'
  | 'forbidDecisions'
> {
  const { api, web, rows, before } = simulated;
  const fronts = [api, web];
  const during = (look: (call: string) => number | undefined) => {
    before.add(look);
    return async () => {
      before.delete(look);
    };
  };
  return {
    moveBetweenPages: async runs =>
      during(call => {
        if (call === 'ListDeployments') {
          runs.forEach(({ key }) => rows.changeDeployment(key, () => {}));
        }
        return undefined;
      }),
    breakLists: async () => {
      let lists = 0;
      return during(call => {
        lists += Number(call === 'ListDeployments');
        return call === 'ListDeployments' && lists % 2 === 0
          ? status.INTERNAL
          : undefined;
      });
    },
    cutOff: async () => {
      await Promise.all(fronts.map(front => front.cut()));
      return async () => {
        await Promise.all(fronts.map(front => front.open()));
      };
    },
    hang: async () => {
      fronts.forEach(front => front.mute(true));
      return async () => fronts.forEach(front => front.mute(false));
    },
    revoke: async () => during(() => status.UNAUTHENTICATED),
    loseAnswers: async () => {
      const drop = () => fronts.forEach(front => front.drop());
      simulated.onCommand.add(drop);
      return async () => {
        simulated.onCommand.delete(drop);
      };
    },
    forbidDecisions: async () =>
      during(call =>
        call === 'ApproveStage' ? status.PERMISSION_DENIED : undefined,
      ),
  };
}

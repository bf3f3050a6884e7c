import { RunsWorld } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { SimulatedPipecd } from './SimulatedPipecd';

/** What is written to logs of the embedded PipeCD: always of the stage that runs. */
export function worldLogs({
  rows,
}: SimulatedPipecd): Pick<
  Required<RunsWorld>,
  'writeLog' | 'skipLog' | 'dropLog'
> {
  const skips = new Map<string, number>();
  const running = (key: string) =>
    rows.deployments.get(key)!.stages.find(({ status }) => status === 1)!.id;
  return {
    writeLog: async ({ key }, lines) => {
      const stage = running(key);
      for (const log of lines) {
        rows.logs.append(key, stage, [{ log }]);
        const block = rows.logs.gathered(key, stage).at(-1)!;
        block.index += skips.get(key) ?? 0;
        // Old enough to be sent: a case reads what it has just written.
        block.created_at -= 60;
        skips.delete(key);
      }
    },
    skipLog: async ({ key }, lines) => {
      skips.set(key, lines);
    },
    dropLog: async ({ key }, lines) => {
      const blocks = rows.logs.gathered(key, running(key));
      blocks.splice(blocks.length - lines);
    },
  };
}

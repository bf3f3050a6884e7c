import {
  RunsCannot,
  RunsWorld,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { FakeSampleTool } from './FakeSampleTool';

const people = { approver: 'alice', other: 'bob' };

/** What the tool, or this source, cannot show of the kit's rules, and why. Shorten this list as the source grows. */
export const cannot: RunsCannot = {
  shuffleMaps: 'its answers are in order',
  stopAgent: 'it does not say who runs a pipeline',
  rollBack: 'it never goes back',
  readsGates: 'what was observed of a gate is all there is',
  decides: 'gates are decided in the tool',
  writes: 'nothing is written',
  decisionsOf: 'nothing is decided here',
  loseAnswers: 'nothing is written',
  forbidDecisions: 'nothing is decided here',
  addForeignRun: 'nothing is decided here',
  acts: 'there are no actions',
  cancels: 'there are no actions',
  syncs: 'there are no actions',
  hookRequest: 'it sends no webhooks',
};

/** Does to the fake tool what the conformance kit asks for. */
export function fakeWorld(tool: FakeSampleTool): RunsWorld {
  const at = ({ key }: { key: string }) => tool.runs.get(key)!;
  const start = (pipeline: { key: string }, status?: string) => {
    const { id } = tool.startRun(pipeline.key, status);
    return { key: id, pipelineKey: pipeline.key };
  };
  const fault = (name: FakeSampleTool['fault']) => async () => {
    tool.fault = name;
    return async () => {
      tool.fault = 'none';
    };
  };
  let skipped = 0;

  return {
    polls: true,
    addPipeline: async name => ({ key: tool.addPipeline(name), name }),
    startRun: async pipeline => start(pipeline),
    finish: async (run, verdict) => tool.finish(at(run), verdict),
    async remove({ key }) {
      tool.pipelines.delete(key);
      [...tool.runs.values()]
        .filter(({ pipeline }) => pipeline === key)
        .forEach(({ id }) => tool.runs.delete(id));
    },
    async manyRuns(pipeline) {
      const runs = Array.from({ length: 8 }, () => start(pipeline));
      runs.forEach(run => tool.finish(at(run), 'succeeded'));
      return runs;
    },
    async moveBetweenPages(runs) {
      tool.moving = runs.map(at);
      return async () => {
        tool.moving = [];
      };
    },
    breakLists: fault('half-lists'),
    cutOff: fault('cut'),
    hang: fault('hang'),
    revoke: fault('refuse'),
    async hideFromLists(run) {
      at(run).hidden = true;
    },
    restamp: async run => tool.touch(at(run)),
    async setUnknownValue(run) {
      at(run).status = 'LEVITATING';
      tool.touch(at(run));
    },
    async plantSecret(run, secret) {
      at(run).password = secret;
      tool.touch(at(run));
    },
    async deletePipeline({ key }) {
      tool.pipelines.delete(key);
    },
    async disablePipeline({ key }) {
      tool.pipelines.get(key)!.enabled = false;
    },
    async restartAgent(run) {
      at(run).stages[0].startedAt = tool.now();
      tool.touch(at(run));
    },
    queueRun: async pipeline => start(pipeline, 'PENDING'),
    async startGatedRun(pipeline, { approvers, needed = 1 }) {
      const run = start(pipeline);
      const names =
        approvers === 'both' ? Object.values(people) : [people[approvers]];
      tool.openGate(at(run), names, needed);
      return run;
    },
    async reopenGate(run) {
      const { approvers, needed } = at(run).approval!;
      tool.openGate(at(run), approvers, needed);
    },
    approveElsewhere: async (run, who) => tool.approve(at(run), people[who]),
    async expireGate(run) {
      at(run).approval!.state = 'EXPIRED';
      tool.finish(at(run), 'failed');
    },
    async writeLog(run, lines) {
      tool.writeLog(at(run), lines, skipped);
      skipped = 0;
    },
    async skipLog(_, lines) {
      skipped = lines;
    },
    async dropLog(run, lines) {
      at(run).lines.splice(-lines);
    },
  };
}

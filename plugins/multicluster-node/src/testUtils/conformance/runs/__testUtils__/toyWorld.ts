import { RunsWorld, RunsWorldRun } from '../RunsWorld';
import { ToyGate, ToyRun, ToyTool } from './ToyTool';

const people = { approver: 'alice', other: 'bob' };

const fixed = {
  polls: true,
  readsGates: true,
  decides: true,
  acts: true,
  cancels: true,
  syncs: true,
} as const;

/** Everything that the kit asks of a world, done to a toy tool. */
export function toyWorld(tool: ToyTool): RunsWorld {
  const at = ({ key }: { key: string }) => tool.runs.get(key)!;
  const fault =
    (name: 'reachable' | 'hanging' | 'revoked' | Switch) => async () => {
      const faulty = name !== 'reachable';
      tool[name] = faulty;
      return async () => {
        tool[name] = !faulty;
      };
    };
  const linesOf = (run: RunsWorldRun) => {
    const name = `${run.key}/build`;
    const lines = tool.logs.get(name) ?? [];
    tool.logs.set(name, lines);
    return lines;
  };
  let skipped = 0;
  let names = 0;

  function start(pipeline: { key: string }, changes: Partial<ToyRun> = {}) {
    names += 1;
    const created = tool.now();
    const run: ToyRun = {
      id: `run-${names}`,
      pipeline: pipeline.key,
      foreign: false,
      created,
      updated: 0,
      status: 'RUNNING',
      stages: [
        { id: 'build', status: 'RUNNING', began: created },
        { id: 'deploy', status: 'WAITING' },
      ],
      labels: { team: 'a', tier: 'b' },
      hidden: false,
      ...changes,
    };
    tool.runs.set(run.id, run);
    tool.touch(run);
    return { key: run.id, pipelineKey: pipeline.key };
  }

  const gate = (approvers: string[], needed = 1): ToyGate => ({
    opening: 1,
    state: 'OPEN',
    approvers,
    needed,
    approvedBy: [],
  });

  return {
    ...fixed,
    async addPipeline(name) {
      names += 1;
      const id = `pipeline-${names}`;
      tool.pipelines.set(id, {
        id,
        name,
        enabled: true,
        deleted: false,
        agentOnline: true,
        labels: { team: 'a', tier: 'b' },
      });
      return { key: id, name };
    },
    startRun: async pipeline => start(pipeline),
    async finish(run, verdict) {
      tool.end(at(run), verdict.toUpperCase());
    },
    async remove({ key }) {
      tool.pipelines.delete(key);
      [...tool.runs.values()]
        .filter(({ pipeline }) => pipeline === key)
        .forEach(({ id }) => tool.runs.delete(id));
    },
    async manyRuns(pipeline) {
      const runs = Array.from({ length: 8 }, () => start(pipeline));
      runs.forEach(run => tool.end(at(run), 'SUCCEEDED'));
      return runs;
    },
    async moveBetweenPages(runs) {
      tool.moving = runs.map(({ key }) => key);
      return async () => {
        tool.moving = [];
      };
    },
    breakLists: fault('listsBroken'),
    async hideFromLists(run) {
      at(run).hidden = true;
    },
    async restamp(run) {
      tool.touch(at(run));
    },
    shuffleMaps: fault('shuffled'),
    cutOff: fault('reachable'),
    hang: fault('hanging'),
    revoke: fault('revoked'),
    async setUnknownValue(run) {
      at(run).status = 'LEVITATING';
      tool.touch(at(run));
    },
    async plantSecret(run, secret) {
      at(run).password = secret;
      tool.touch(at(run));
    },
    async deletePipeline({ key }) {
      tool.pipelines.get(key)!.deleted = true;
    },
    async disablePipeline({ key }) {
      tool.pipelines.get(key)!.enabled = false;
    },
    async stopAgent({ key }) {
      const pipeline = tool.pipelines.get(key)!;
      pipeline.agentOnline = false;
      return async () => {
        pipeline.agentOnline = true;
      };
    },
    async restartAgent(run) {
      at(run).stages[0].began = tool.now();
      tool.touch(at(run));
    },
    queueRun: async pipeline =>
      start(pipeline, {
        status: 'PENDING',
        stages: [{ id: 'build', status: 'WAITING' }],
      }),
    async startGatedRun(pipeline, { approvers, needed }) {
      const listed =
        approvers === 'both' ? Object.values(people) : [people[approvers]];
      return start(pipeline, { status: 'GATED', gate: gate(listed, needed) });
    },
    async reopenGate(run) {
      Object.assign(at(run).gate!, {
        opening: at(run).gate!.opening + 1,
        approvedBy: [],
      });
      tool.touch(at(run));
    },
    async approveElsewhere(run, who) {
      tool.takeApproval(at(run), people[who]);
    },
    async rollBack(run) {
      at(run).status = 'ROLLING_BACK';
      tool.touch(at(run));
    },
    async expireGate(run) {
      at(run).gate!.state = 'EXPIRED';
      tool.end(at(run), 'FAILED');
    },
    writes: async () => tool.writes,
    decisionsOf: async run => [...at(run).gate!.approvedBy],
    loseAnswers: fault('losing'),
    forbidDecisions: fault('decisionsForbidden'),
    async addForeignRun() {
      const pipeline = { key: 'pipeline-of-others' };
      const approvers = ['zoe'];
      const run = start(pipeline, {
        status: 'GATED',
        foreign: true,
        gate: gate(approvers),
      });
      return { ...run, approvers };
    },
    async writeLog(run, texts) {
      const lines = linesOf(run);
      texts.forEach(text => {
        const last = lines[lines.length - 1]?.index ?? -1;
        lines.push({ index: last + 1 + skipped, text });
        skipped = 0;
      });
    },
    async skipLog(_, lines) {
      skipped = lines;
    },
    async dropLog(run, lines) {
      linesOf(run).splice(-lines);
    },
    hookRequest: ({ key }) => ({
      secretHeader: 'x-toy-secret',
      headers: { 'x-toy-secret': tool.hookSecret },
      body: Buffer.from(JSON.stringify({ run: key, status: 'FAILED' })),
    }),
  };
}

type Switch = 'listsBroken' | 'losing' | 'decisionsForbidden' | 'shuffled';

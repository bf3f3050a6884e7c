import { copyFileSync, writeFileSync } from 'node:fs';
import {
  RunsWorld,
  RunsWorldRun,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { Front } from '../Front';
import { NAMES } from '../worldGates';
import { REAL_HOOK_SECRET, realPipecd } from './realPipecd';
import { ScriptedPiped } from './ScriptedPiped';
import { ScriptedRun } from './ScriptedRun';

/** So many runs fill more than two pages of a list. */
const MANY = 120;
/** More at a time, and on a slow machine the last would wait longer for all others than a call may take. */
const AT_ONCE = 10;

/** What the conformance kit does to a real control plane, by a piped that the cases play. */
export function realWorld(
  piped: ScriptedPiped,
  fronts: Front[],
  keyFile: string,
): RunsWorld {
  const of = (key: string): ScriptedRun => piped.runs.get(key)!;
  const running = (run: ScriptedRun) =>
    run.stages.find(({ status }) => status === 1)!;
  const start = async (pipelineKey: string, status = 2) => {
    const stages = [
      { name: 'SCRIPT_RUN', status: 1 },
      { name: 'WAIT', status: 0 },
    ];
    const { id } = await piped.start(pipelineKey, status ? stages : [], {
      status,
    });
    return { key: id, pipelineKey };
  };
  return {
    polls: true,
    readsGates: true,
    decides: true,
    acts: true,
    cancels: true,
    syncs: true,
    addPipeline: async name => ({
      key: await piped.addApplication(name),
      name,
    }),
    startRun: async ({ key }) => start(key),
    finish: async ({ key }, verdict) => piped.finish(of(key), verdict),
    remove: async ({ key }) => {
      for (const run of piped.runs.values()) {
        if (run.applicationId === key && run.status < 4) {
          await piped.finish(run, 'cancelled');
        }
      }
      await piped.application('DeleteApplication', key).catch(() => {});
    },
    manyRuns: async ({ key }) => {
      const begin = () =>
        piped.start(key, [{ name: 'SCRIPT_RUN', status: 2 }], { status: 4 });
      const made: RunsWorldRun[] = [];
      while (made.length < MANY) {
        const runs = await Promise.all(Array.from({ length: AT_ONCE }, begin));
        made.push(...runs.map(({ id }) => ({ key: id, pipelineKey: key })));
      }
      return made;
    },
    moveBetweenPages: async runs => {
      const touch = async () => {
        for (const { key } of runs) {
          const run = of(key);
          await piped.reports.metadata(run, run.stages[0]);
        }
      };
      let going = true;
      const done = (async () => {
        while (going) {
          await touch();
        }
      })();
      return async () => {
        going = false;
        await done;
      };
    },
    restamp: async ({ key, pipelineKey }) => {
      const run = of(key);
      await piped.reports.metadata(run, run.stages[0]);
      await piped.syncState(pipelineKey);
    },
    // A control plane writes maps in another order in every answer, as all that is written in Go does.
    shuffleMaps: async () => async () => {},
    plantSecret: async ({ key }, secret) => {
      const run = of(key);
      await piped.say('SaveDeploymentMetadata', {
        deployment_id: key,
        metadata: { password: secret },
      });
      run.stages[0].metadata = { 'some-token': secret };
      await piped.reports.metadata(run, run.stages[0]);
    },
    deletePipeline: async ({ key }) =>
      piped.application('DeleteApplication', key),
    disablePipeline: async ({ key }) =>
      piped.application('DisableApplication', key),
    stopAgent: async () => {
      await piped.live(false);
      return async () => piped.live(true);
    },
    restartAgent: async ({ key }) =>
      piped.reports.stage(of(key), running(of(key)), 1),
    queueRun: async ({ key }) => {
      // Times are whole seconds: it has to be made after the first.
      await new Promise(resolve => setTimeout(resolve, 1_100));
      return start(key, 0);
    },
    writes: async () => piped.commands(),
    hookRequest: ({ key }) => ({
      headers: { 'pipecd-signature': REAL_HOOK_SECRET },
      secretHeader: 'pipecd-signature',
      body: Buffer.from(
        JSON.stringify({
          Type: 4,
          Metadata: { deployment: { id: key, status: 1, summary: 'a lie' } },
        }),
      ),
    }),
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
    revoke: async () => {
      writeFileSync(keyFile, 'a key that was never that of the control plane');
      fronts.forEach(front => front.drop());
      return async () => copyFileSync(realPipecd.signingKeyFile!, keyFile);
    },
    startGatedRun: async ({ key }, { approvers, needed = 1 }) => {
      const names =
        approvers === 'both'
          ? [NAMES.approver, NAMES.other]
          : [NAMES[approvers]];
      const metadata = { Approvers: names.join(',') };
      const stages = [
        { name: 'WAIT_APPROVAL', status: 1, metadata: { ...metadata } },
        { name: 'WAIT_APPROVAL', status: 0, metadata: { ...metadata } },
        { name: 'SCRIPT_RUN', status: 0 },
      ];
      const { id } = await piped.start(key, stages, { needed });
      return { key: id, pipelineKey: key };
    },
    reopenGate: async ({ key }) => {
      const run = of(key);
      const gate = running(run);
      gate.metadata = { ...gate.metadata, ApprovedBy: NAMES.approver };
      await piped.reports.metadata(run, gate);
      await piped.next(run, gate);
    },
    approveElsewhere: async ({ key }, who) =>
      piped.approve(of(key), NAMES[who]),
    rollBack: async ({ key }) => {
      of(key).status = 3;
      await piped.say('ReportDeploymentStatusChanged', {
        deployment_id: key,
        status: 3,
      });
    },
    expireGate: async ({ key }) => {
      const run = of(key);
      const gate = running(run);
      await piped.logs.write(run, gate, ['Timed out 40s']);
      const said = `Failed while executing stage ${gate.id}`;
      await piped.finish(run, 'failed', said);
    },
    decisionsOf: async ({ key }) => {
      await piped.take();
      return of(key).stages.flatMap(({ metadata }) =>
        (metadata.ApprovedBy ?? '').split(', ').filter(Boolean),
      );
    },
    writeLog: async ({ key }, lines) => {
      const run = of(key);
      await piped.logs.write(run, running(run), lines);
    },
    skipLog: async ({ key }, lines) => {
      of(key).skip = lines;
    },
    dropLog: async ({ key }, lines) => {
      const run = of(key);
      await piped.logs.drop(run, running(run).id, lines);
    },
  };
}

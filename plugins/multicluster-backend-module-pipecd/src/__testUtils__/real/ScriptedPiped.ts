import { randomUUID } from 'node:crypto';
import { adminCookie } from './adminCookie';
import { deploymentOf } from './deploymentOf';
import { gitPath } from './gitPath';
import { Call, grpcCalls } from './grpcCalls';
import { nowInSeconds } from './nowInSeconds';
import { realPipecd } from './realPipecd';
import { ScriptedCommand } from './ScriptedCommand';
import { ScriptedCommands } from './ScriptedCommands';
import { ScriptedLogs } from './ScriptedLogs';
import { ScriptedReports } from './ScriptedReports';
import { ScriptedRun } from './ScriptedRun';
import { ScriptedStage } from './ScriptedStage';

const RUNNING = 1;
const OVER = { succeeded: 4, failed: 5, cancelled: 6 } as const;
const STAGE_OVER = { succeeded: 2, failed: 3, cancelled: 4 } as const;
const APPROVE_STAGE = 3;
const CANCEL_DEPLOYMENT = 2;

/**
 * A piped that a test plays on a real control plane: registered for the cases and disabled after them. What it says is what a
 * v0 piped says; the control plane stores, checks and tells it by its own rules.
 */
export class ScriptedPiped {
  static async register(): Promise<ScriptedPiped> {
    const { webAddress, pipedAddress, project } = realPipecd;
    const admin = grpcCalls('admin', webAddress!, adminCookie);
    const name = `conformance-${Date.now()}`;
    const { id, key } = await admin.call<{ id: string; key: string }>(
      'RegisterPiped',
      { name, desc: 'played by the conformance cases' },
    );
    const piped = grpcCalls('piped', pipedAddress!, async () => ({
      authorization: `PIPED-TOKEN ${project},${id},${key}`,
    }));
    const scripted = new ScriptedPiped(id, admin, piped);
    await scripted.say('ReportPipedMeta', {
      version: 'conformance',
      platform_providers: [{ name: 'none', type: 'TERRAFORM' }],
      repositories: [gitPath.repo],
    });
    await scripted.#report();
    return scripted;
  }

  readonly runs = new Map<string, ScriptedRun>();
  readonly logs: ScriptedLogs;
  readonly reports: ScriptedReports;
  readonly #id: string;
  readonly #admin: { call: Call; close: () => void };
  readonly #piped: { call: Call; close: () => void };
  readonly #commands: ScriptedCommands;
  readonly #names = new Map<string, string>();
  readonly #timers: NodeJS.Timeout[];
  #alive = true;

  private constructor(
    id: string,
    admin: { call: Call; close: () => void },
    piped: { call: Call; close: () => void },
  ) {
    this.#id = id;
    this.#admin = admin;
    this.#piped = piped;
    this.logs = ScriptedLogs.create(piped.call);
    this.reports = ScriptedReports.create(piped.call);
    this.#commands = ScriptedCommands.create(piped.call, command =>
      this.#do(command),
    );
    this.#timers = [
      setInterval(() => this.#report().catch(() => {}), 5_000),
      setInterval(() => this.take().catch(() => {}), 200),
    ];
  }

  get say(): Call {
    return this.#piped.call;
  }

  /** Whether it reports that it lives. */
  async live(alive: boolean): Promise<void> {
    this.#alive = alive;
    await this.#report();
  }

  async close(): Promise<void> {
    this.#timers.forEach(timer => clearInterval(timer));
    await this.#commands.idle();
    await this.#admin.call('DisablePiped', { piped_id: this.#id });
    this.#piped.close();
    this.#admin.close();
  }

  async addApplication(name: string): Promise<string> {
    const answer = await this.#admin.call<{ application_id: string }>(
      'AddApplication',
      {
        name,
        piped_id: this.#id,
        git_path: { ...gitPath, path: `conformance/${name}` },
        kind: 1,
        platform_provider: 'none',
        labels: { team: 'shop', env: 'dev', tier: 'web' },
      },
    );
    const { application_id } = answer;
    this.#names.set(application_id, name);
    await this.syncState(application_id);
    return application_id;
  }

  /** Says once more that an application is as it should be. */
  async syncState(application_id: string): Promise<void> {
    await this.say('ReportApplicationSyncState', {
      application_id,
      state: { status: 1, timestamp: nowInSeconds() },
    });
  }

  async application(
    verb: 'DisableApplication' | 'DeleteApplication',
    id: string,
  ): Promise<void> {
    await this.#admin.call(verb, { application_id: id });
  }

  async start(
    applicationId: string,
    stages: Array<Partial<ScriptedStage> & { name: string }>,
    options: { status?: number; needed?: number } = {},
  ): Promise<ScriptedRun> {
    const { status = 2, needed = 1 } = options;
    const run: ScriptedRun = {
      id: randomUUID(),
      applicationId,
      status,
      needed,
      stages: stages.map((stage, index) => ({
        id: `stage-${index}`,
        status: 0,
        metadata: {},
        requires: index === 0 ? [] : [`stage-${index - 1}`],
        ...stage,
      })),
      logs: new Map(),
      skip: 0,
    };
    this.runs.set(run.id, run);
    const deployment = deploymentOf(run, {
      pipedId: this.#id,
      applicationName: this.#names.get(applicationId) ?? '',
    });
    await this.say('CreateDeployment', { deployment });
    if (status > 0) {
      await this.reports.planned(run);
    }
    for (const stage of run.stages.filter(one => one.status === RUNNING)) {
      await this.#announce(run, stage);
    }
    return run;
  }

  async finish(
    run: ScriptedRun,
    verdict: keyof typeof OVER,
    status_reason = '',
  ): Promise<void> {
    run.status = OVER[verdict];
    for (const stage of run.stages) {
      const ends =
        stage.status === RUNNING || (verdict === 'succeeded' && !stage.status);
      if (ends) {
        await this.reports.stage(run, stage, STAGE_OVER[verdict]);
      }
    }
    await this.reports.completed(run, status_reason);
  }

  /** The stage is done, and the next one begins. */
  async next(run: ScriptedRun, stage: ScriptedStage): Promise<void> {
    await this.reports.stage(run, stage, STAGE_OVER.succeeded);
    const following = run.stages[run.stages.indexOf(stage) + 1];
    if (following) {
      await this.reports.stage(run, following, RUNNING);
      await this.#announce(run, following);
    }
  }

  async approve(run: ScriptedRun, name: string, stageId?: string) {
    const gate = run.stages.find(
      ({ id, name: kind, status }) =>
        status === RUNNING &&
        kind === 'WAIT_APPROVAL' &&
        (stageId === undefined || stageId === id),
    );
    const by = (gate?.metadata.ApprovedBy ?? '').split(', ').filter(Boolean);
    if (!gate || by.includes(name)) {
      return;
    }
    const all = [...by, name];
    gate.metadata = { ...gate.metadata, ApprovedBy: all.join(', ') };
    await this.reports.metadata(run, gate);
    await this.logs.write(run, gate, [`Got approval from "${name}"`]);
    if (all.length >= run.needed) {
      const said = `${all.length} users (${all.join(', ')})`;
      await this.logs.write(run, gate, [
        `This stage has been approved by ${said}`,
      ]);
      await this.next(run, gate);
    }
  }

  /** How many commands the control plane ever gave. */
  async commands(): Promise<number> {
    await this.take();
    return this.#commands.given;
  }

  /** Asks for commands and does them. */
  async take(): Promise<void> {
    await this.#commands.take();
  }

  async #do(command: ScriptedCommand): Promise<void> {
    const { type, commander = '', stage_id } = command;
    const run = this.runs.get(command.deployment_id ?? '');
    if (run && type === APPROVE_STAGE) {
      await this.approve(run, commander, stage_id);
    } else if (run && type === CANCEL_DEPLOYMENT) {
      const running = run.stages.find(({ status }) => status === RUNNING);
      const said = `Cancelled by ${commander} while executing stage`;
      await this.finish(run, 'cancelled', `${said} ${running?.id}`);
    }
  }

  async #report(): Promise<void> {
    if (this.#alive) {
      await this.say('ReportStat', { piped_stats: Buffer.from('') });
    }
  }

  async #announce(run: ScriptedRun, stage: ScriptedStage): Promise<void> {
    if (stage.name === 'WAIT_APPROVAL') {
      const text = `Waiting for approval from at least ${run.needed} user(s)...`;
      await this.logs.write(run, stage, [text]);
    }
  }
}

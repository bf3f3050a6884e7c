import { checkRun } from '../check/checkRun';
import { ClientEntry } from '../check/ClientEntry';
import { Story } from '../plan/Story';
import { NEEDED, SCRIPT_PIPELINES, TOOL_PIPELINE } from '../portal/crashWorld';
import { PortalClient } from '../portal/PortalClient';
import { Tool } from '../tool/Tool';
import { askGate } from './askGate';
import { Judgement, Play, Scene } from './Scene';

/** Runs of the tool: some wait at its own gate, some have a script that asks. */
export class RunScene implements Scene {
  readonly kind = 'runs';
  /** Those that wait for a crash to be cleared up stay for some seconds. */
  readonly most = 30;
  readonly #tool: Tool;
  readonly #client: PortalClient;
  readonly #free = [...SCRIPT_PIPELINES];

  static create(tool: Tool, client: PortalClient): RunScene {
    return new RunScene(tool, client);
  }

  private constructor(tool: Tool, client: PortalClient) {
    this.#tool = tool;
    this.#client = client;
  }

  enter(story: Story, signal: AbortSignal): Play | undefined {
    const { run, gate, restarts } = story;
    const isScript = gate === 'script';
    const pipeline = isScript ? this.#free.shift() : TOOL_PIPELINE;
    if (!pipeline) {
      return undefined;
    }
    const tool = this.#tool;
    tool.start({
      key: run,
      pipeline,
      gate: isScript ? 'script' : 'tool',
      needed: NEEDED,
    });
    return {
      last: run,
      ...(isScript && {
        aside: askGate({ run, restarts, client: this.#client, tool, signal }),
      }),
      leave: client => {
        if (isScript) {
          this.#free.push(pipeline);
        }
        return this.#judge(run, client);
      },
    };
  }

  #judge(run: string, client: readonly ClientEntry[]): Judgement {
    const log = this.#tool.close(run);
    return {
      log,
      effects: log.filter(({ kind }) => kind !== 'late').length,
      violations: checkRun(run, log, client, NEEDED),
    };
  }
}

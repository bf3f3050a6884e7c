import { checkLogs } from '../check/checkLogs';
import { ClientEntry } from '../check/ClientEntry';
import { Violation } from '../check/Violation';
import { drawStory } from '../plan/drawStory';
import { NEEDED, SCRIPT_PIPELINES, TOOL_PIPELINE } from '../portal/crashWorld';
import { ToolEntry } from '../tool/ToolEntry';
import { playStory, Stage } from './playStory';

/** A run begins so often while the portal lives. */
const EVERY_MS = 300;
/** No more of them at once; those that wait for a crash to be cleared up stay for some seconds. */
const MOST = 30;

/** Stories that begin one after the other; each is judged when it is over. */
export class Stream {
  readonly violations: Violation[] = [];
  /** Both logs of the runs at which something was violated, in the order of writing. */
  readonly evidence: Array<ToolEntry | ClientEntry> = [];
  /** Runs that are over, and decisions that had their effect. */
  readonly totals = { runs: 0, effects: 0 };
  readonly #stage: Stage;
  readonly #seed: number;
  readonly #free = [...SCRIPT_PIPELINES];
  readonly #playing = new Map<string, Promise<void>>();
  readonly #timer: NodeJS.Timeout;
  #next: number;

  /** @param first - number of the first story */
  static start(stage: Stage, seed: number, first: number): Stream {
    return new Stream(stage, seed, first);
  }

  private constructor(stage: Stage, seed: number, first: number) {
    this.#stage = stage;
    this.#seed = seed;
    this.#next = first;
    this.#timer = setInterval(() => this.#begin(), EVERY_MS);
  }

  /** Begins no more. Resolves when all are over, or have been given up. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#playing.values());
  }

  #begin(): void {
    const story = drawStory(this.#seed, this.#next);
    const pipeline =
      story.gate === 'script' ? this.#free.shift() : TOOL_PIPELINE;
    if (this.#playing.size >= MOST || !pipeline) {
      return;
    }
    this.#next += 1;
    const log: ClientEntry[] = [];
    const played = playStory(story, pipeline, this.#stage, log)
      // What never ended is judged by what is known of it.
      .catch(() => undefined)
      .then(() => {
        this.#judge(story.run, log);
        this.#playing.delete(story.run);
        if (story.gate === 'script') {
          this.#free.push(pipeline);
        }
      });
    this.#playing.set(story.run, played);
  }

  #judge(run: string, log: ClientEntry[]): void {
    const effects = this.#stage.tool.close(run);
    this.totals.runs += 1;
    this.totals.effects += effects.length;
    const violations = checkLogs(effects, log, NEEDED);
    if (violations.length > 0) {
      this.violations.push(...violations);
      this.evidence.push(...[...effects, ...log].sort((a, b) => a.at - b.at));
    }
  }
}

import { ClientEntry } from '../check/ClientEntry';
import { Violation } from '../check/Violation';
import { drawStory } from '../plan/drawStory';
import { Story } from '../plan/Story';
import { playStory, Stage } from './playStory';
import { Judgement, Play, Scene } from './Scene';

/** A story begins so often. */
const EVERY_MS = 300;

/** Stories of one scene that begin one after the other; each is judged when it is over. */
export class Stream {
  readonly violations: Violation[] = [];
  /** All logs of the stories at which something was violated, in the order of writing. */
  readonly evidence: Array<Judgement['log'][number] | ClientEntry> = [];
  /** Stories that are over, and decisions that had their effect. */
  readonly totals = { over: 0, effects: 0 };
  readonly #scene: Scene;
  readonly #stage: Stage;
  readonly #seed: number;
  readonly #playing = new Map<string, Promise<void>>();
  readonly #timer: NodeJS.Timeout;
  #next: number;
  #open = false;

  /** Begins none before it is opened. @param first - number of the first story */
  static create(
    scene: Scene,
    stage: Stage,
    numbers: { seed: number; first: number },
  ): Stream {
    return new Stream(scene, stage, numbers);
  }

  private constructor(
    scene: Scene,
    stage: Stage,
    { seed, first }: { seed: number; first: number },
  ) {
    this.#scene = scene;
    this.#stage = stage;
    this.#seed = seed;
    this.#next = first;
    this.#timer = setInterval(() => this.#begin(), EVERY_MS);
  }

  /** Begins stories from now on, or no more. */
  set open(open: boolean) {
    this.#open = open;
  }

  /** Begins no more for good. Resolves when all are over, or have been given up. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#playing.values());
  }

  #begin(): void {
    if (!this.#open || this.#playing.size >= this.#scene.most) {
      return;
    }
    const story = drawStory(this.#seed, this.#next, this.#scene.kind);
    const play = this.#scene.enter(story, this.#stage.signal);
    if (play) {
      this.#next += 1;
      this.#playing.set(story.run, this.#follow(story, play));
    }
  }

  async #follow(story: Story, play: Play): Promise<void> {
    const log: ClientEntry[] = [];
    // Waited for at the end alone, which never comes where people gave up.
    play.aside?.catch(() => undefined);
    // What never ended is judged by what is known of it.
    await playStory(story, play, this.#stage, log).catch(() => undefined);
    this.#note(play.leave(log), log);
    this.#playing.delete(story.run);
  }

  #note({ log, effects, violations }: Judgement, client: ClientEntry[]): void {
    this.totals.over += 1;
    this.totals.effects += effects;
    if (violations.length > 0) {
      this.violations.push(...violations);
      this.evidence.push(...[...log, ...client].sort((a, b) => a.at - b.at));
    }
  }
}

import { Call } from './grpcCalls';
import { nowInSeconds } from './nowInSeconds';
import { ScriptedCommand } from './ScriptedCommand';

/** Takes the commands that the control plane has for a piped, each once. */
export class ScriptedCommands {
  static create(
    say: Call,
    perform: (command: ScriptedCommand) => Promise<void>,
  ): ScriptedCommands {
    return new ScriptedCommands(say, perform);
  }

  readonly #say: Call;
  readonly #perform: (command: ScriptedCommand) => Promise<void>;
  readonly #given = new Set<string>();
  #taking: Promise<void> = Promise.resolve();
  #next?: Promise<void>;

  private constructor(
    say: Call,
    perform: (command: ScriptedCommand) => Promise<void>,
  ) {
    this.#say = say;
    this.#perform = perform;
  }

  /** How many there ever were. */
  get given(): number {
    return this.#given.size;
  }

  /**
   * Asks for commands and does them, once at a time. Who asks meanwhile shares the next time with all others: on a slow machine
   * they would pile up, and a case would wait for minutes until it is its turn.
   */
  async take(): Promise<void> {
    if (!this.#next) {
      this.#next = this.#taking
        .catch(() => {})
        .then(async () => {
          this.#next = undefined;
          await this.#takeAll();
        });
      this.#taking = this.#next;
    }
    await this.#next;
  }

  /** Resolves when nothing is being done. */
  async idle(): Promise<void> {
    await this.#taking.catch(() => {});
  }

  async #takeAll(): Promise<void> {
    const { commands } = await this.#say<{ commands: ScriptedCommand[] }>(
      'ListUnhandledCommands',
      {},
    );
    for (const command of commands) {
      if (!this.#given.has(command.id)) {
        this.#given.add(command.id);
        await this.#perform(command);
      }
      await this.#say('ReportCommandHandled', {
        command_id: command.id,
        status: 1,
        handled_at: nowInSeconds(),
      });
    }
  }
}

import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { InventoryChange } from '../inventory/hints/InventoryChange';
import { InventoryHints } from '../inventory/hints/InventoryHints';
import { MatchingService } from '../matching/MatchingService';
import { changedViews } from './changedViews';
import { ClusterStates } from './ClusterStates';
import { HintPublisher } from './HintPublisher';

const MOST_NAMED = 500;

/**
 * Follows the changes of the inventory: matches the workloads and pipelines that changed, then tells which views did. One round at a
 * time; what changes meanwhile waits for the next.
 */
export class ChangeFollower {
  readonly #knex: Knex;
  readonly #clusterStates: ClusterStates;
  readonly #logger: LoggerService;
  readonly #matching: MatchingService;
  readonly #publisher: HintPublisher;
  readonly #unsubscribe: () => void;
  #waiting: InventoryChange[] = [];
  #running: Promise<void> | undefined;
  #stopped = false;

  static start(options: {
    knex: Knex;
    hints: InventoryHints;
    logger: LoggerService;
    matching: MatchingService;
    publisher: HintPublisher;
  }): ChangeFollower {
    return new ChangeFollower(options);
  }

  private constructor(options: {
    knex: Knex;
    hints: InventoryHints;
    logger: LoggerService;
    matching: MatchingService;
    publisher: HintPublisher;
  }) {
    this.#knex = options.knex;
    this.#clusterStates = ClusterStates.create(options.knex);
    this.#logger = options.logger;
    this.#matching = options.matching;
    this.#publisher = options.publisher;
    this.#unsubscribe = options.hints.onChange(changes => {
      this.#waiting.push(...changes);
      this.#run();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    this.#publisher.stop();
    await this.#running;
  }

  #run(): void {
    if (this.#running || this.#stopped) {
      return;
    }
    this.#running = this.#round()
      .catch(error =>
        this.#logger.warn(
          'A change could not be followed up',
          error instanceof Error ? error : undefined,
        ),
      )
      .finally(() => {
        this.#running = undefined;
        if (this.#waiting.length > 0) {
          this.#run();
        }
      });
  }

  async #round(): Promise<void> {
    const changes = this.#waiting;
    this.#waiting = [];
    const revision = Math.max(...changes.map(change => change.revision));
    if (changes.some(change => change.all)) {
      this.#publisher.changed('all', revision);
      await this.#matching.matchAll();
      await this.#matching.followed(changes);
      this.#publisher.changed('all', revision);
      return;
    }
    const workloadIds = changes.flatMap(change => [...change.workloadIds]);
    const pipelineIds = changes.flatMap(change => [...change.pipelineIds]);
    const runs = changes.reduce((sum, change) => sum + change.runIds.size, 0);
    await this.#matching.matchWorkloads(workloadIds);
    await this.#matching.matchPipelines(pipelineIds);
    await this.#matching.followed(changes);
    // More than are named in a hint anyway, as in a first sync: to look their views up would only hold that up.
    // And every page says how far it can be trusted, the sources page first.
    if (
      Math.max(workloadIds.length, pipelineIds.length, runs) > MOST_NAMED ||
      changes.some(change => change.trust)
    ) {
      this.#publisher.changed('all', revision);
      return;
    }
    this.#publisher.changed(
      await changedViews(this.#knex, this.#clusterStates, changes),
      revision,
    );
  }
}

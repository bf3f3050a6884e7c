import {
  LaneRequest,
  LanesFacet,
  LaneUnreadableError,
} from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { GivenLaneContent } from './GivenLaneContent';
import { digestsOfContent } from './digestsOfContent';
import { HeldChanges, heldChanges } from './heldChanges';
import { LaneRef } from './LaneRef';
import { selectGivenContent } from './selectGivenContent';

/** What a lane has right before it is armed or disarmed. */
export interface LaneBaseline {
  settled: boolean;
  /** What clusters were given; nothing of what is held back. */
  dispatched: Array<
    Pick<GivenLaneContent, 'cluster' | 'digest' | 'digestWithoutReplicas'>
  >;
  /** By what is known to have been given. */
  changes: HeldChanges;
}

/** Reads {@link LaneBaseline}. */
export class BaselineReader {
  static create(knex: Knex): BaselineReader {
    return new BaselineReader(knex);
  }

  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Undefined: it cannot be read. */
  async read(
    ref: LaneRef,
    facet: LanesFacet,
    request: LaneRequest,
  ): Promise<LaneBaseline | undefined> {
    try {
      const content = await facet.read(request);
      const clusters = digestsOfContent(content);
      return {
        settled: content.settled,
        dispatched: Object.entries(clusters)
          .filter(([, { dispatched }]) => dispatched)
          .map(([cluster, { digest, digestWithoutReplicas }]) => ({
            cluster,
            digest,
            digestWithoutReplicas,
          })),
        changes: heldChanges(
          { clusters },
          await selectGivenContent(this.#knex, ref),
        ),
      };
    } catch (error) {
      if (error instanceof LaneUnreadableError) {
        return undefined;
      }
      throw error;
    }
  }
}

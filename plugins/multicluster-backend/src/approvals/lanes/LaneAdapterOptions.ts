import { Knex } from 'knex';
import { SourceRegistry } from '../../service/SourceRegistry';
import { LaneCare } from './LaneCare';
import { LaneHand } from './LaneHand';
import { LaneReader } from './LaneReader';
import { StoppedRelease } from './StoppedRelease';

/** What the adapter of lanes and the watch over its waves work with. */
export interface LaneAdapterOptions {
  knex: Knex;
  sources: Pick<SourceRegistry, 'get'>;
  hand: LaneHand;
  reader: LaneReader;
  stopped: Pick<StoppedRelease, 'closeAtOnce'>;
  care?: Pick<LaneCare, 'differs'>;
}

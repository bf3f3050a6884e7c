import { Knex } from 'knex';
import { SourceRegistry } from '../../service/SourceRegistry';
import { FleetHealthReader } from '../health/FleetHealthReader';
import { LaneCounter } from './LaneCounter';
import { RunContext } from './toRunRow';

/** What runs and pipelines are read with. */
export interface RunViewOptions extends Omit<RunContext, 'lanes'> {
  knex: Knex;
  sources: SourceRegistry;
  counter: LaneCounter;
  health: Pick<FleetHealthReader, 'read'>;
}

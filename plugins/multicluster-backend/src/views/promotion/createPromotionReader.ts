import { Config } from '@backstage/config';
import { Knex } from 'knex';
import { MatchingService } from '../../matching/MatchingService';
import { PromotionReader } from '../../service/PromotionService';
import { SourceRegistry } from '../../service/SourceRegistry';
import { FleetBook } from '../clusters/FleetBook';
import { FleetHealthReader } from '../health/FleetHealthReader';
import { Environments } from '../platform/Environments';
import { DefaultPromotionReader } from './DefaultPromotionReader';
import { EntityRowsReader } from './EntityRowsReader';
import { ScmHosts } from './ScmHosts';

/** Puts together what reads the promotion view. */
export function createPromotionReader(options: {
  config: Config;
  knex: Knex;
  sources: SourceRegistry;
  health: Pick<FleetHealthReader, 'read'>;
  book: Pick<FleetBook, 'clusters'>;
  environments: Environments;
  matching: MatchingService;
  showClaimed: boolean;
  mapped: boolean;
}): PromotionReader {
  return DefaultPromotionReader.create({
    ...options,
    rows: EntityRowsReader.create(options),
    hosts: ScmHosts.fromConfig(options.config),
  });
}

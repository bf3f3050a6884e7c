import { Config } from '@backstage/config';
import { Knex } from 'knex';
import { MatchingService } from '../../matching/MatchingService';
import { PromotionReader } from '../../service/PromotionService';
import { SourceRegistry } from '../../service/SourceRegistry';
import { FleetBook } from '../clusters/FleetBook';
import { FleetHealthReader } from '../health/FleetHealthReader';
import { Environments } from '../platform/Environments';
import { PortalGates } from '../runs/PortalGates';
import { CommitRangeReader } from './CommitRangeReader';
import { ComparableReader } from './ComparableReader';
import { DefaultPromotionReader } from './DefaultPromotionReader';
import { EntityRowsReader } from './EntityRowsReader';
import { PromotionColumnsReader } from './PromotionColumnsReader';
import { ScmHosts } from './ScmHosts';
import { ScopeRequest } from './ScopeRequest';

/** Puts together what reads the promotion view, and what is compared for it on demand. */
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
  portalGates: PortalGates;
  requests: (entityRef: string) => Promise<ScopeRequest[]>;
}): {
  promotion: PromotionReader;
  comparable: ComparableReader;
  ranges: CommitRangeReader;
} {
  const rows = EntityRowsReader.create(options);
  const columns = PromotionColumnsReader.create({ ...options, rows });
  return {
    promotion: DefaultPromotionReader.create({
      ...options,
      columns,
      hosts: ScmHosts.fromConfig(options.config),
    }),
    comparable: ComparableReader.create({ ...options, rows }),
    ranges: CommitRangeReader.create({ columns }),
  };
}

import { SourceList } from '@fairway/backstage-plugin-multicluster-common';
import { Asking } from './FleetService';

/** How well the sources are read. */
export interface SourceService {
  list(options: Asking): Promise<SourceList>;
}

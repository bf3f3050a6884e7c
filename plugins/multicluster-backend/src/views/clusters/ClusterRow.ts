import { ClusterRecord } from './ClusterRecord';

/** A cluster as stored, without what runs there counted. */
export type ClusterRow = Omit<ClusterRecord, 'targets'>;

import { resourcePath } from '../transport/resourcePath';
import { LaneHealth } from './LaneHealth';
import { ObjectReader } from './ObjectReader';
import {
  defaultLimits,
  defaultTimings,
  ObserveResourceOptions,
  ObserverLimits,
  ObserverTimings,
} from './ObserverOptions';

/** Everything that the parts of one observation share. @internal */
export interface Lane {
  options: ObserveResourceOptions;
  limits: ObserverLimits;
  timings: ObserverTimings;
  random(): number;
  path: string;
  /** Selectors, in every request. */
  query: Record<string, string | undefined>;
  accept: { list: string; watch: string };
  reader: ObjectReader;
  health: LaneHealth;
}

/** {@inheritDoc Lane} @internal */
export function createLane(options: ObserveResourceOptions): Lane {
  const { resource, namespace, lane, subject, context } = options;
  const metadataOnly = (kind: string) =>
    `application/json;as=${kind};g=meta.k8s.io;v=v1`;
  return {
    options,
    limits: { ...defaultLimits, ...options.limits },
    timings: { ...defaultTimings, ...options.timings },
    random: options.random ?? Math.random,
    path: resourcePath(resource, { namespace }),
    query: {
      labelSelector: options.labelSelector,
      fieldSelector: options.fieldSelector,
    },
    accept:
      options.detail === 'metadata'
        ? {
            list: metadataOnly('PartialObjectMetadataList'),
            watch: metadataOnly('PartialObjectMetadata'),
          }
        : { list: 'application/json', watch: 'application/json' },
    reader: ObjectReader.create(options),
    health: LaneHealth.create({ lane, subject, report: context.report }),
  };
}

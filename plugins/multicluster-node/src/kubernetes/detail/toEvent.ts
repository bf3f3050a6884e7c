import { WorkloadEvent } from '@fairway/backstage-plugin-multicluster-common';
import { read } from '../objects/read';

/** An event of either API form; newer ones count in `series`. @public */
export function toEvent(raw: unknown): WorkloadEvent {
  const object = read.record(raw);
  const about = read.record(object.involvedObject);
  const series = read.record(object.series);
  const firstSeen =
    read.string(object.firstTimestamp) ?? read.string(object.eventTime);
  const lastSeen =
    read.string(series.lastObservedTime) ??
    read.string(object.lastTimestamp) ??
    firstSeen;
  return {
    type: read.string(object.type) ?? 'Normal',
    reason: read.string(object.reason) ?? '',
    message: (read.string(object.message) ?? '').slice(0, 1024),
    object: [read.string(about.kind), read.string(about.name)]
      .filter(Boolean)
      .join(' '),
    count: read.count(series.count) ?? read.count(object.count) ?? 1,
    ...(firstSeen && { firstSeen }),
    ...(lastSeen && { lastSeen }),
  };
}

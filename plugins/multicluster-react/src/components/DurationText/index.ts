export * from './DurationText';
export * from './useDurationFormat';

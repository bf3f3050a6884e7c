export * from './eventually';
export * from './MemoryFleetSink';
export * from './recordingLaneReporter';

export * from './conformance';
export * from './eventually';
export * from './MemoryFleetSink';
export * from './recordingLaneReporter';

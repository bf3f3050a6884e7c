export * from './conformance';
export * from './eventually';
export * from './MemoryFactSink';
export * from './MemoryFleetSink';
export * from './MemoryRunsSink';
export * from './recordingLaneReporter';

export * from './versionedSink';

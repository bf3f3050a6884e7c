export * from './VersionChip';

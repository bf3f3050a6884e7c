export * from './configurationOf';
export * from './manifestText';
export * from './settingsDigest';

export * from './configurationOf';
export * from './manifestText';

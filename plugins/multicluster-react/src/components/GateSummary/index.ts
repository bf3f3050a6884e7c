export * from './GateDecisions';
export * from './GateSummary';

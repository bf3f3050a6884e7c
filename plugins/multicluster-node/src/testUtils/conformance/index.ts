export * from './describeFleetSource';
export * from './FleetConformanceCase';
export * from './FleetConformanceContext';
export * from './FleetHarness';
export * from './fleetSourceCases';
export * from './FleetWorld';
export * from './runFleetCase';
export * from './runFleetConformance';

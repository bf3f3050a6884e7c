export * from './describeLanesSource';
export * from './LanesConformanceCase';
export * from './LanesConformanceContext';
export * from './LanesHarness';
export * from './lanesSourceCases';
export * from './LanesWorld';
export * from './runLanesCase';

export * from './ActionResult';
export * from './Actor';
export * from './Gate';
export * from './isRunOver';
export * from './Pipeline';
export * from './PipelineRun';
export * from './RunStatus';
export * from './Stage';

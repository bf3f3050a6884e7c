export * from './gateLook';
export * from './runLook';
export * from './stateColors';
export * from './stateLook';
export * from './summaryState';
export * from './useStateColors';

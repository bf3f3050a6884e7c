export * from './stateColors';
export * from './stateLook';
export * from './useStateColors';

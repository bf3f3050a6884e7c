export * from './DeliverySource';
export * from './DetailFacet';
export * from './facts';
export * from './FleetFacet';
export * from './multiclusterSourcesExtensionPoint';

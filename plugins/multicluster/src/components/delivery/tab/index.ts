export * from './DeliveryContent';

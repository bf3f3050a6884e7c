export * from './DeliveryCard';

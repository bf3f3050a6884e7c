export * from './deliveryMarks';
export * from './readDeliveryMarks';

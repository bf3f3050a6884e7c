/**
 * Everything about deliveries beyond the card, in one module: whoever opens one of these pages opens another next, and their
 * parts are the same.
 *
 * @packageDocumentation
 */
export * from './pipelines/PipelinesPage';
export * from './run/RunsRoutes';
export * from './tab/DeliveryContent';

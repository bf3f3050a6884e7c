/**
 * Where services run, in which version and state, across every cluster: for the classic frontend system.
 *
 * @packageDocumentation
 */
export * from './legacy/entity';
export * from './legacy/fleet';
export { multiclusterPlugin } from './legacy/plugin';
export {
  deliveryContentRouteRef,
  entityContentRouteRef,
  rootRouteRef,
} from './routes';

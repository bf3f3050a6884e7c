export { planCrashes } from './plan/planCrashes';

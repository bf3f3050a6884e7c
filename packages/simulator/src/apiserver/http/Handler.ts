import { ApiServerContext } from '../ApiServerContext';
import { Exchange } from './Exchange';
import { Target } from './Target';

/** Answers one resource request, or throws a StatusError. */
export type Handler = (
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
) => Promise<void> | void;

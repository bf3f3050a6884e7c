import { ErrorState } from '@fairway/backstage-plugin-multicluster-react';

/** Why a card has nothing to list: loaded when it is needed, so that the usual card is there sooner. */
export function TroubleError(props: {
  error: Error | undefined;
  onRetry(): void;
}) {
  return <ErrorState error={props.error} onRetry={props.onRetry} />;
}

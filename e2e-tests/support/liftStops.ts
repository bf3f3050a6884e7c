import { readAs } from './delivery';
import { portalUrl } from './portal';
import { signedInAs } from './signedInAs';

/** Lifts every stop of the line that a test left behind. */
export async function liftStops(): Promise<void> {
  const { body } = await readAs<{ items: Array<{ id: string }> }>(
    'paul',
    '/stops',
  );
  const headers = {
    ...(await signedInAs('paul')),
    'content-type': 'application/json',
  };
  for (const { id } of body.items) {
    const answer = await fetch(portalUrl(`/api/multicluster/v1/stops/${id}`), {
      method: 'DELETE',
      headers: { ...headers, 'idempotency-key': `lift-${id}` },
      body: JSON.stringify({ reason: 'left by a test' }),
    });
    if (!answer.ok) {
      throw new Error(`A stop was not lifted: ${await answer.text()}`);
    }
  }
}

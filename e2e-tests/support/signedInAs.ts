import { Persona, portalUrl } from './portal';

/** Headers of a request that one of the personas makes. */
export async function signedInAs(
  persona: Persona,
): Promise<{ authorization: string }> {
  const signedIn = await fetch(portalUrl('/api/auth/demo/refresh'), {
    headers: {
      'x-demo-persona': persona,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  const { backstageIdentity } = await signedIn.json();
  return { authorization: `Bearer ${backstageIdentity.token}` };
}

import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';

/** Somebody to sign in as; the back end names them, in development mode alone. */
export interface Persona {
  name: string;
  title: string;
  shows: string;
}

/** Undefined while asking; empty when the back end offers none. */
export function usePersonas(): Persona[] | undefined {
  const discovery = useApi(discoveryApiRef);
  const [personas, setPersonas] = useState<Persona[]>();
  useEffect(() => {
    const controller = new AbortController();
    async function load() {
      const base = await discovery.getBaseUrl('demo');
      const response = await fetch(`${base}/personas`, {
        signal: controller.signal,
      });
      return response.ok ? ((await response.json()).items as Persona[]) : [];
    }
    load().then(setPersonas, () => {
      if (!controller.signal.aborted) {
        setPersonas([]);
      }
    });
    return () => controller.abort();
  }, [discovery]);
  return personas;
}

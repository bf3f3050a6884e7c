/** `FAIRWAY_GATE_URL` and `FAIRWAY_GATE_SECRET` in the environment of a piped. */
export interface GateEndpoint {
  url: string;
  secret: string;
}

/** What the endpoint answers, as curl prints it; status 0 when it cannot be reached. */
export interface GateAnswer {
  status: number;
  body: string;
}

/** Asks as the script does: the run, and the fixed name of the gate. */
export async function askGate(
  { url, secret }: GateEndpoint,
  question: { run: string; gate: string },
): Promise<GateAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(question),
      signal: AbortSignal.timeout(10_000),
    });
    return { status: response.status, body: await response.text() };
  } catch {
    return { status: 0, body: '' };
  }
}

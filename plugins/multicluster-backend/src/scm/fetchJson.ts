import { ScmError } from './ScmError';

/** A comparison carries the changed lines of its files, whether one wants them or not. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Reads JSON of a host.
 *
 * @param options - `signal` ends it; `headers` carry the credential
 * @throws ScmError, and nothing that could hold the credential or the answer
 */
export async function fetchJson(
  url: string,
  options: { headers: Record<string, string>; signal: AbortSignal },
): Promise<unknown> {
  const answer = await fetch(url, options).catch(() => {
    throw new ScmError('unreachable');
  });
  if (!answer.ok) {
    await answer.body?.cancel().catch(() => {});
    throw new ScmError(kindOf(answer), answer.status);
  }
  const text = await readText(answer);
  try {
    return JSON.parse(text);
  } catch {
    throw new ScmError('unclear');
  }
}

function kindOf({ status, headers }: Response): ScmError['kind'] {
  // GitHub says 403 for both, and a private repository reads as one that is not there.
  if (status === 429 || headers.get('x-ratelimit-remaining') === '0') {
    return 'limited';
  }
  return [401, 403, 404].includes(status) ? 'unreadable' : 'unclear';
}

async function readText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of body ?? []) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) {
        // Leaving the loop ends the connection.
        throw new ScmError('unclear');
      }
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    throw error instanceof ScmError ? error : new ScmError('unreachable');
  }
  return text + decoder.decode();
}

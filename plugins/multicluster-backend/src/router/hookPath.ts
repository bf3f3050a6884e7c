/** Path of the webhooks, which are called without a token of the portal. */
export const HOOK_PATH = '/v1/sources/:id/hook';
/** Path at which stages of pipelines ask whether they may go on, with the secret of their agent. */
export const GATE_ANSWER_PATH = '/v1/gates/answer';

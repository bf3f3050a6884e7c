/** Path of the webhooks, which are called without a token of the portal. */
export const HOOK_PATH = '/v1/sources/:id/hook';

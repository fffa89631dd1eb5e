import { setConnection } from './connection';

/** As long as the router of a platform waits, so that an operator learns how a job that takes some seconds has ended. */
const TIME_LIMIT_MS = 30_000;

/** `fetch` with a time limit, which records whether the server could be reached. */
export const reportingFetch: typeof fetch = async (input, init) => {
  const limit = AbortSignal.timeout(TIME_LIMIT_MS);
  const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
  try {
    const response = await fetch(input, { ...init, signal });
    setConnection('connected');
    return response;
  } catch (problem) {
    if (!init?.signal?.aborted) setConnection('lost');
    throw problem;
  }
};

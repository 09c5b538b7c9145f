/** How many callbacks the load test makes: fewer in CI, whose time is limited. */
export const CALLBACKS = Number(process.env.LOAD_CALLBACKS ?? (process.env.CI ? 3_000 : 10_000));

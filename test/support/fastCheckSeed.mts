import fc from 'fast-check';

const { CI, FC_SEED, FC_RUNS } = process.env;
// CI judges a change, not chance: there the properties are tried with the same values each time.
const seed = FC_SEED ?? (CI ? '20261121' : undefined);

fc.configureGlobal({
	...(seed && { seed: Number(seed) }),
	...(FC_RUNS && { numRuns: Number(FC_RUNS) }),
});
